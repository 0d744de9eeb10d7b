namespace PlusPortal.Domain.Matching.Catalog;

/// <summary>A word stem as 64 bits (FNV-1a with a final mix), the same in every process: comparing two costs one instruction, and two stems of one language practically never meet.</summary>
internal static class TermHash
{
    public static ulong Of(string term)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in term) hash = (hash ^ character) * 1099511628211UL;
        hash ^= hash >> 32;
        return hash * 0x9E3779B97F4A7C15UL ^ (hash >> 29);
    }
}
