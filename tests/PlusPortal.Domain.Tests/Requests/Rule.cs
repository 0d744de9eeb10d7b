using System.Text.Json;
using PlusPortal.Domain.Requests;

namespace PlusPortal.Domain.Tests.Requests;

/// <summary>What a broken rule must look like.</summary>
internal static class Rule
{
    /// <summary>The act is refused with that rule and leaves the request exactly as it was.</summary>
    public static void Refuses(RuleCode expected, OrientationRequest request, Action act)
    {
        var before = Snapshot(request);

        var refusal = Assert.Throws<DomainRuleException>(act);

        Assert.Equal(expected, refusal.Code);
        Assert.Equal(before, Snapshot(request));
    }

    private static string Snapshot(OrientationRequest request) => JsonSerializer.Serialize(request);
}
