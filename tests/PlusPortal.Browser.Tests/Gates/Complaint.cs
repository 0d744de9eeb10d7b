namespace PlusPortal.Browser.Tests.Gates;

/// <summary>What every page must pass.</summary>
public enum Gate
{
    /// <summary>The scene shows the template that it says.</summary>
    Scene,

    /// <summary>axe, WCAG 2.0 to 2.2, levels A and AA.</summary>
    Axe,

    /// <summary>The Nu checker of the HTML standard.</summary>
    Html,

    /// <summary>Nothing to scroll sideways at 320 pixels.</summary>
    Reflow,

    /// <summary>Wider spacing of the text loses nothing.</summary>
    TextSpacing,

    /// <summary>Text twice as large loses nothing.</summary>
    DoubledText,

    /// <summary>One h1, no level left out, a title that begins with it and that no other template has.</summary>
    Headings,

    /// <summary>Focus that can be seen.</summary>
    Focus,

    /// <summary>A first link that leads to the content.</summary>
    SkipLink,

    /// <summary>Nothing against the page's own security policy.</summary>
    Policy,

    /// <summary>Nothing asked of another host.</summary>
    OwnHost,

    /// <summary>No layout shift.</summary>
    Stillness,

    /// <summary>In the colours that the person's system forces, what has an edge keeps it and the focus is seen.</summary>
    ForcedColours,

    /// <summary>Nothing moves for who asked for less motion.</summary>
    Motion,

    /// <summary>On paper, the content alone.</summary>
    Paper,
}

/// <summary>Something wrong with a page.</summary>
/// <param name="Gate">Which gate says so.</param>
/// <param name="Scene">Page and state.</param>
/// <param name="Sentence">What is wrong.</param>
public sealed record Complaint(Gate Gate, string Scene, string Sentence)
{
    /// <inheritdoc />
    public override string ToString() => $"{Scene}: {Sentence}";
}
