namespace Quarantine.Gateway.Provisioning;

/// <summary>A change of a node that was begun. It is on disk before the first file is touched, so that an interrupted one is undone or completed.</summary>
/// <param name="IsRemoval">False: the node is added.</param>
/// <param name="Node">The node.</param>
/// <param name="Folder">Where the files to flash are, or will be.</param>
/// <param name="Staging">Where they are written before the folder gets its name; empty for a removal.</param>
public sealed record PendingChange(bool IsRemoval, string Node, string Folder, string Staging);
