using PlusPortal.Data;
using PlusPortal.Data.Outbox;
using PlusPortal.Testing.Architecture;

namespace PlusPortal.Web.Tests.Architecture;

/// <summary>The rooms of the Data project: a room names the context and other rooms, the context names no room that names it.</summary>
public sealed class DataRoomTests
{
    [Fact]
    public void No_rooms_of_Data_name_each_other()
    {
        Assert.Empty(NamespaceRings.Of(typeof(PortalDb).Assembly));
    }

    [Fact]
    public void A_table_of_a_room_declared_by_the_context_would_be_reported()
    {
        var outbox = typeof(PlusPortal.Data.Outbox.OutboxMessage);
        var wrong = new NamespaceReference(typeof(PortalDb).Namespace!, outbox.Namespace!, nameof(PortalDb), outbox.Name);

        var ring = Assert.Single(NamespaceRings.Among([.. NamespaceReferences.Of(typeof(PortalDb).Assembly), wrong]));

        Assert.Contains(outbox.Namespace, ring.Rooms);
        Assert.Contains("PortalDb names OutboxMessage", ring.ToString(), StringComparison.Ordinal);
    }
}
