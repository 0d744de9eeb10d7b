namespace PlusPortal.Data;

/// <summary>A search that ignores case and accents on both sides: <c>translate(lower(column), Accented, Plain) like pattern</c>.</summary>
internal static class SearchPattern
{
    /// <summary>Letters with their accent, lower case; in the same order as <see cref="Plain"/>.</summary>
    public const string Accented = "àâäáãåçéèêëíìîïñóòôöõúùûüýÿ";

    /// <summary>The same letters without.</summary>
    public const string Plain = "aaaaaaceeeeiiiinooooouuuuyy";

    /// <summary>Pattern that finds the text anywhere; its own % and _ are plain characters.</summary>
    public static string Of(string text) => "%" + Fold(text).Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_") + "%";

    private static string Fold(string text) => string.Concat(text.ToLowerInvariant().Select(letter => Accented.IndexOf(letter) is >= 0 and var index ? Plain[index] : letter));
}
