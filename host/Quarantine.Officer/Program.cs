using Quarantine.Officer.Commands;
using Quarantine.Terminal.Commands;

return await OfficerProgram.Create(ProgramContext.OfProcess()).RunAsync(args);
