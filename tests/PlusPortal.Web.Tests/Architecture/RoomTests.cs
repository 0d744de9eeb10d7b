using System.Reflection;
using PlusPortal.Testing.Architecture;
using PlusPortal.Web.Startup;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>Rooms of the portal: no two need each other, pages included, and a page is found from the folder of its controller.</summary>
public sealed class RoomTests
{
    private const string Views = "AspNetCoreGeneratedDocument";
    private const string Root = "PlusPortal.Web";
    private const string Features = Root + ".Features.";

    [Fact]
    public void No_two_rooms_of_the_portal_need_each_other() =>
        Assert.Empty(NamespaceRings.Among(WithPagesInTheirRooms(typeof(FeatureServices).Assembly)));

    [Fact]
    public void A_page_that_names_a_room_beside_its_own_counts_for_its_own()
    {
        NamespaceReference[] compiled =
        [
            new(Views, "PlusPortal.Web.Features.Admin.B", "Features_Admin_A__Row", "Line"),
            new("PlusPortal.Web.Features.Admin.B", "PlusPortal.Web.Features.Admin.A", "Line", "Page"),
        ];

        var ring = Assert.Single(NamespaceRings.Among(InTheirRooms(compiled)));

        Assert.Equal(["PlusPortal.Web.Features.Admin.A", "PlusPortal.Web.Features.Admin.B"], ring.Rooms);
    }

    [Fact]
    public void A_room_registers_its_own_services_and_those_of_no_room_beside_it() =>
        Assert.Empty(RegisteredSideways(NamespaceReferences.Of(typeof(FeatureServices).Assembly)));

    [Fact]
    public void A_service_of_a_room_beside_is_reported()
    {
        NamespaceReference own = new("PlusPortal.Web.Features.Admin.A", "PlusPortal.Web.Features.Admin.A.Inner", "AServices", "Search");
        NamespaceReference beside = new("PlusPortal.Web.Features.Admin.A", "PlusPortal.Web.Features.Admin.B", "AServices", "Search");

        Assert.Equal([beside], RegisteredSideways([own, beside, beside with { FromType = "AController" }]));
    }

    [Fact]
    public void A_view_is_sought_beside_its_controller_then_above() => Assert.Equal(
        ["/Features/Admin/Requests/Charge", "/Features/Admin/Requests", "/Features/Admin"],
        ViewsBesideControllers.FoldersOf("PlusPortal.Web.Features.Admin.Requests.Charge"));

    [Fact]
    public void A_controller_outside_the_features_has_no_folder_of_views()
    {
        Assert.Empty(ViewsBesideControllers.FoldersOf("PlusPortal.Web.FeaturesOfOthers.Charge"));
        Assert.Empty(ViewsBesideControllers.FoldersOf(null));
    }

    private static IEnumerable<NamespaceReference> RegisteredSideways(IEnumerable<NamespaceReference> references) => references.Where(reference =>
        reference.FromType.EndsWith("Services", StringComparison.Ordinal) && reference.From.StartsWith(Features, StringComparison.Ordinal)
        && reference.To.StartsWith(Features, StringComparison.Ordinal) && !reference.To.StartsWith(reference.From + ".", StringComparison.Ordinal));

    private static IReadOnlyList<NamespaceReference> WithPagesInTheirRooms(Assembly assembly)
    {
        var references = NamespaceReferences.Of(assembly);
        Assert.Contains(references, reference => reference.From == Views);
        return InTheirRooms(references);
    }

    /// <summary>Compiled pages share one namespace; their names tell the folder: the longest one that is a room.</summary>
    private static IReadOnlyList<NamespaceReference> InTheirRooms(IReadOnlyList<NamespaceReference> references)
    {
        var rooms = references.SelectMany(reference => new[] { reference.From, reference.To }).Where(room => room.StartsWith(Root, StringComparison.Ordinal)).ToHashSet();
        return [.. references.Select(reference => reference.From == Views ? reference with { From = RoomOf(reference.FromType, rooms) } : reference).Where(reference => reference.From != reference.To)];
    }

    private static string RoomOf(string page, HashSet<string> rooms)
    {
        var room = $"{Root}.{page.Replace('_', '.')}";
        while (!rooms.Contains(room) && room.Length > Root.Length) room = room[..room.LastIndexOf('.')];
        return room;
    }
}
