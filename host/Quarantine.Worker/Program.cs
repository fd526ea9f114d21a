using Quarantine.Terminal.Commands;
using Quarantine.Worker.Commands;

return await WorkerProgram.Create(ProgramContext.OfProcess()).RunAsync(args);
