using Quarantine.Gateway.Commands;
using Quarantine.Terminal.Commands;

return await GatewayProgram.Create(ProgramContext.OfProcess()).RunAsync(args);
