namespace PlusPortal.Web.Features.Admin.Content.Words;

/// <summary>A text that somebody reads, and where it is written.</summary>
/// <param name="File">File of the repository.</param>
/// <param name="Line">Line in it.</param>
/// <param name="Text">The text; « … » stands for what the portal puts in.</param>
public sealed record Word(string File, int Line, string Text);

/// <summary>A part of the portal with its texts.</summary>
/// <param name="Code">Its code in addresses.</param>
/// <param name="Name">What a reader calls it.</param>
/// <param name="Words">Its texts, file by file.</param>
public sealed record WordPlace(string Code, string Name, IReadOnlyList<Word> Words);
