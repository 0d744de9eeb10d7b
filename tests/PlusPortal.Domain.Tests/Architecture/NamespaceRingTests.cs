using PlusPortal.Domain.Tests.Architecture.RingSample.Lock;
using PlusPortal.Testing.Architecture;

namespace PlusPortal.Domain.Tests.Architecture;

/// <summary>No two folders of the domain need each other. The rule is tried on two namespaces that do.</summary>
public sealed class NamespaceRingTests
{
    private const string Lock = "PlusPortal.Domain.Tests.Architecture.RingSample.Lock";
    private const string Key = "PlusPortal.Domain.Tests.Architecture.RingSample.Key";

    [Fact]
    public void Domain_has_no_ring() => Assert.Empty(NamespaceRings.Of(typeof(DomainRuleException).Assembly));

    [Fact]
    public void Rule_sees_the_wrong_sample()
    {
        var ring = Assert.Single(NamespaceRings.Of(typeof(DoorLock).Assembly), ring => ring.Rooms.Contains(Lock));

        Assert.Equal([Key, Lock], ring.Rooms);
        Assert.Contains($"{Lock} → {Key}: DoorLock names DoorKey", ring.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{Key} → {Lock}: DoorKey names DoorLock", ring.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void References_are_seen_wherever_the_compiler_writes_them()
    {
        var sources = NamespaceReferences.Of(typeof(DoorLock).Assembly)
            .Where(reference => reference.From == "PlusPortal.Domain.Tests.Architecture.RingSample.Ways" && reference.To == Key)
            .Select(reference => reference.FromType);

        Assert.Equal(
            ["ByAttribute", "ByBase", "ByCall", "ByCatch", "ByConstraint", "ByField", "ByGenericCall", "ByLambda", "ByListOf", "ByParameter", "BySwitch", "ByTypeOf"],
            sources.Distinct());
    }

    [Fact]
    public void Rooms_that_follow_each_other_are_no_ring()
    {
        NamespaceReference[] references = [new("A", "B", "X", "Y"), new("B", "C", "Y", "Z"), new("A", "C", "X", "Z"), new("A.B", "A", "W", "X")];

        Assert.Empty(NamespaceRings.Among(references));
        Assert.Equal(["A", "B", "C"], Assert.Single(NamespaceRings.Among([.. references, new("C", "A", "Z", "X")])).Rooms);
    }
}
