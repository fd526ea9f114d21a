using System.CommandLine;
using Quarantine.Firmware.Simulator.Commands;

return await new RootCommand("Sensor nodes without boards: the firmware's own core over real MQTT.") { RunCommand.Create() }.Parse(args).InvokeAsync();
