using PlusPortal.Domain.Matching;
using PlusPortal.Web.Forms;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests.Choosing;

/// <summary>Actors to choose among the proposals, several at once.</summary>
public sealed class ChooseForm
{
    /// <summary>Parts that an actor may play.</summary>
    public static IReadOnlyList<Choice> Roles { get; } = [.. Enum.GetValues<ProposalRole>().Select(role => new Choice(role.ToString(), role.Label))];

    /// <summary>One line a proposal.</summary>
    public List<ChooseLine> Lines { get; set; } = [];
}

/// <summary>An actor that may be chosen.</summary>
public sealed class ChooseLine
{
    /// <summary>Offer that fits.</summary>
    public Guid OfferId { get; set; }

    /// <summary>Whether it is chosen.</summary>
    public bool IsChosen { get; set; }

    /// <summary>Part that it would play.</summary>
    public ProposalRole Role { get; set; }
}
