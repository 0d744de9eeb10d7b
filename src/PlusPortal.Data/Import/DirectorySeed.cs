namespace PlusPortal.Data.Import;

/// <summary>The first content of the directory, carried by the program: the records of Lorraine.</summary>
public static class DirectorySeed
{
    /// <summary>The records, in the format of an import file.</summary>
    public static byte[] Actors
    {
        get
        {
            using var stream = typeof(DirectorySeed).Assembly.GetManifestResourceStream("Seed/actors.json")
                ?? throw new InvalidOperationException("The resource actors.json is not in the program.");
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        }
    }
}
