namespace PlusPortal.Web.Settings;

/// <summary>A class of settings: where it is read and what its values must be. <c>docs/settings.md</c> lists every property of every such class.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface ISettings<TSelf> where TSelf : class, ISettings<TSelf>, new()
{
    /// <summary>Section of the configuration; its settings are written <c>Section__Name</c> in the environment.</summary>
    static abstract string Section { get; }

    /// <summary>One sentence for each value that cannot be used, in English, saying what to set; none when all is well. Values that are no number, word or date where one is due never come here.</summary>
    IEnumerable<string> Problems();
}
