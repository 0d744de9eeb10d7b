using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using PlusPortal.Data;
using PlusPortal.Domain;
using PlusPortal.Testing;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>Rooms stay small enough to be read at one sitting, and a name means one thing (<c>docs/adr/0016</c>).</summary>
public sealed class RoomSizeTests
{
    // « About 20 files and 900 lines »: beyond this a room is no longer about that.
    private const int MostFiles = 22;
    private const int MostLines = 1100;

    // What the tools of EF Core write.
    private static readonly string[] Larger = ["src/PlusPortal.Data/Migrations"];

    [Fact]
    public void No_room_is_too_large_to_be_read()
    {
        var rooms = Directory.EnumerateFiles(RepositoryFolder.Of("src"), "*.cs*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".cshtml")
            .Select(file => Path.GetRelativePath(RepositoryFolder.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(file => (Room: file[..file.LastIndexOf('/')], Lines: File.ReadLines(RepositoryFolder.Of(file)).Count()))
            .ToList();

        Assert.True(rooms.Select(file => file.Room).Distinct().Count() > 100);
        Assert.Empty(TooLarge(rooms.Where(file => !Larger.Contains(file.Room))));
        Assert.Equal(Larger.Order(), TooLarge(rooms.Where(file => Larger.Contains(file.Room))).Select(room => room.Split(':')[0]));
    }

    [Fact]
    public void Room_that_grew_too_large_is_named()
    {
        var crowded = Enumerable.Repeat(("src/Crowded", 1), MostFiles + 1);
        var small = Enumerable.Repeat(("src/Small", 10), MostFiles);

        Assert.Equal([$"src/Crowded: {MostFiles + 1} files, {MostFiles + 1} lines", $"src/Long: 1 files, {MostLines + 1} lines"], TooLarge([.. crowded, .. small, ("src/Long", MostLines + 1)]));
    }

    [Fact]
    public void No_name_stands_for_two_things() =>
        Assert.Empty(SaidTwice([.. new[] { typeof(DomainRuleException), typeof(PortalDb), typeof(FeatureServices) }.SelectMany(type => type.Assembly.GetTypes())]));

    [Fact]
    public void Name_that_stands_for_two_things_is_reported() =>
        Assert.Equal(["Twice: First, Second"], SaidTwice([typeof(First.Twice), typeof(Second.Twice), typeof(First)], type => type.DeclaringType?.Name ?? ""));

    private static IEnumerable<string> TooLarge(IEnumerable<(string Room, int Lines)> files) =>
        from file in files
        group file.Lines by file.Room into room
        where room.Count() > MostFiles || room.Sum() > MostLines
        orderby room.Key
        select $"{room.Key}: {room.Count()} files, {room.Sum()} lines";

    // A controller is named by its address, a migration by what it does; a type within another by that one.
    private static IEnumerable<string> SaidTwice(IReadOnlyList<Type> types) => SaidTwice(
        [
            .. types.Where(type => type is { IsNested: false, Namespace: { } room } && room.StartsWith("PlusPortal.", StringComparison.Ordinal) && !room.EndsWith(".Migrations", StringComparison.Ordinal)
                && !typeof(Controller).IsAssignableFrom(type) && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name[0] != '<'),
        ],
        type => type.Namespace!);

    private static IEnumerable<string> SaidTwice(IReadOnlyList<Type> types, Func<Type, string> room) =>
        from type in types
        group room(type) by type.Name into said
        where said.Count() > 1
        orderby said.Key
        select $"{said.Key}: {string.Join(", ", said.Order(StringComparer.Ordinal))}";

    private static class First
    {
        public sealed class Twice;
    }

    private static class Second
    {
        public sealed class Twice;
    }
}
