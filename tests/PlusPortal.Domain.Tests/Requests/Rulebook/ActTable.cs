using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Domain.Tests.Requests.Rulebook;

/// <summary>One row of a table of acts: who may, what happens to them in each state, the event that it leaves.</summary>
internal sealed record ActTable(Act Act, IReadOnlyList<string> Who, IReadOnlyDictionary<string, string> Cells, EventKind Event)
{
    /// <summary>Reads a table written by hand. A name that does not exist is an error.</summary>
    public static IReadOnlyList<ActTable> Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var states = Words(lines[0].Split('|')[2]);
        return [.. lines.Skip(1).Select(line => Row(line.Split('|'), states))];
    }

    private static ActTable Row(string[] columns, string[] states)
    {
        var cells = Words(columns[2]);
        Assert.Equal(states.Length, cells.Length);
        return new ActTable(
            Acts.All.Single(act => act.Name == columns[0].Trim()),
            Words(columns[1]),
            states.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second),
            Enum.Parse<EventKind>(columns[3].Trim()));
    }

    private static string[] Words(string column) => column.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
