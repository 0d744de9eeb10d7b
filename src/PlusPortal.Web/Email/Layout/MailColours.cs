namespace PlusPortal.Web.Email.Layout;

/// <summary>Colours of the messages, by day and by night. A mail client knows no style sheet of ours: they are written into the message.</summary>
/// <param name="Page">Around the message.</param>
/// <param name="Card">Behind the words.</param>
/// <param name="Text">Words.</param>
/// <param name="Quiet">Words of the footer.</param>
/// <param name="Button">Behind the words of the button.</param>
/// <param name="ButtonText">Words of the button.</param>
/// <param name="Line">Edge of the card.</param>
/// <param name="Mark">Behind the sign of the mark.</param>
/// <param name="MarkSign">Sign of the mark.</param>
public sealed record MailColours(string Page, string Card, string Text, string Quiet, string Button, string ButtonText, string Line, string Mark, string MarkSign)
{
    /// <summary>By day.</summary>
    public static MailColours Light { get; } = new("#f3ece0", "#ffffff", "#22272b", "#5a5f63", "#1f5a4e", "#ffffff", "#8a8378", "#16433a", "#f2b53a");

    /// <summary>By night.</summary>
    public static MailColours Dark { get; } = new("#15191b", "#1f2528", "#f3ece0", "#c9c2b6", "#9fd6c6", "#10241f", "#8a8378", "#9fd6c6", "#10241f");

    /// <summary>Pairs of a colour and what is behind it, for words.</summary>
    public IEnumerable<(string Front, string Behind)> Words => [(Text, Card), (Quiet, Card), (Text, Page), (ButtonText, Button), (MarkSign, Mark)];

    /// <summary>Pairs of a colour and what is behind it, for shapes.</summary>
    public IEnumerable<(string Front, string Behind)> Shapes => [(Button, Card), (Line, Page), (Mark, Page)];
}
