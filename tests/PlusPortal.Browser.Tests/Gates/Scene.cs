namespace PlusPortal.Browser.Tests.Gates;

/// <summary>A page template in one of its states, and how a person comes to see it so.</summary>
/// <param name="Template">Path of the view under Features, without extension: <c>Public/Home/Index</c>.</param>
/// <param name="State">State in a word or two: empty, filled, errors, long.</param>
/// <param name="ReachAsync">What to do in the browser; the last page it comes to is the one judged.</param>
public sealed record Scene(string Template, string State, Func<Stage, Task> ReachAsync)
{
    /// <summary>A page that opens at an address, for anybody.</summary>
    public Scene(string template, string state, string address)
        : this(template, state, stage => stage.OpenAsync(address))
    {
    }

    /// <summary>Path of the compiled view.</summary>
    public string View => $"/Features/{Template}.cshtml";

    /// <summary>Name for people and files.</summary>
    public string Name => $"{Template}, {State}";

    /// <summary>Name of its pictures and of its HTML file.</summary>
    public string FileName => $"{Template}--{State}".Replace('/', '-').Replace(' ', '-');
}
