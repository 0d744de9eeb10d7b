namespace PlusPortal.Web.Security.Sessions;

/// <summary>Browser and system in words, as their owner knows them: « Firefox, Windows ».</summary>
public static class ClientName
{
    private const string Unknown = "navigateur inconnu";

    // The first that is found: each browser claims to be several others, after its own name.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>From what the browser says of itself; nothing of it is kept but these words.</summary>
    public static string Of(string? userAgent)
    {
        var words = new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>().ToList();
        return words.Count == 0 ? Unknown : string.Join(", ", words);
    }

    private static string? Find((string Mark, string Name)[] known, string? text) =>
        known.FirstOrDefault(one => text?.Contains(one.Mark, StringComparison.Ordinal) == true).Name;
}
