using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using PlusPortal.Domain;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Requests.Rulebook;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Requests;

/// <summary>Where a button stands on the page of a request.</summary>
public enum ActPlace
{
    /// <summary>Under the title.</summary>
    Top,

    /// <summary>Under what the structure declared.</summary>
    Declaration,

    /// <summary>Under the address of the person.</summary>
    Address,

    /// <summary>Where staff and the structure write to each other.</summary>
    Question,

    /// <summary>Beside the signals.</summary>
    Matching,

    /// <summary>Under the signals, about what they found in the text.</summary>
    Passages,

    /// <summary>Under the actors chosen.</summary>
    Chosen,

    /// <summary>Under the proposals.</summary>
    Proposals,

    /// <summary>On the card of the referral that it is about.</summary>
    Referral,
}

/// <summary>How a button looks.</summary>
public enum ActLook
{
    /// <summary>One of several.</summary>
    Secondary,

    /// <summary>The one to press.</summary>
    Primary,

    /// <summary>A link in the text.</summary>
    Plain,
}

/// <summary>
/// Written on an action of a controller: the page of a request offers it, where the act is lawful. On a GET the button
/// opens a page, on a POST it acts at once; its words are those of <see cref="ActLabels"/>.
/// </summary>
/// <param name="act">Name of the act: <c>nameof(Acts.Close)</c>.</param>
/// <param name="place">Where it stands.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StaffActAttribute(string act, ActPlace place) : Attribute
{
    /// <summary>Name of the act.</summary>
    public string Act { get; } = act;

    /// <summary>Where it stands.</summary>
    public ActPlace Place { get; } = place;

    /// <summary>How it looks.</summary>
    public ActLook Look { get; init; }
}

/// <summary>A button that the page of a request shows.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Address">What it opens, or posts to.</param>
/// <param name="Label">Its words.</param>
/// <param name="Look">How it looks.</param>
/// <param name="Posts">Whether it acts at once.</param>
public sealed record ActButton(ActPlace Place, string Address, string Label, ActLook Look, bool Posts)
{
    /// <summary>Classes of the button.</summary>
    public string? Css => Look switch
    {
        ActLook.Primary => "btn btn-primary",
        ActLook.Secondary => "btn btn-secondary",
        ActLook.Plain => null,
    };
}

/// <summary>Every action of staff that is an act, in the order of the words of the acts: only lawful ones become buttons.</summary>
public sealed class StaffActions
{
    private readonly List<(Act Act, StaffActAttribute Shown, string Template, bool Posts, string Button)> actions;

    /// <summary>Reads the actions of the controllers.</summary>
    public StaffActions(IActionDescriptorCollectionProvider controllers, ActWords words, IEnumerable<ActLabel> labels)
    {
        var order = labels.Select((label, index) => (label.Act.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index);
        actions =
        [
            .. (from action in controllers.ActionDescriptors.Items.OfType<ControllerActionDescriptor>()
                from shown in action.MethodInfo.GetCustomAttributes(typeof(StaffActAttribute), inherit: false).Cast<StaffActAttribute>()
                let label = words.Of(shown.Act)
                select (label.Act, shown, action.AttributeRouteInfo!.Template!, action.MethodInfo.IsDefined(typeof(Microsoft.AspNetCore.Mvc.HttpPostAttribute), inherit: false), label.Button!))
                .OrderBy(action => order[action.Item1.Name]),
        ];
    }

    /// <summary>Buttons of the request that are lawful now for that member of staff, those of its referrals excepted.</summary>
    public IReadOnlyList<ActButton> Of(OrientationRequest request, Author by) =>
    [
        .. actions.Where(action => action.Shown.Place != ActPlace.Referral && (action.Act switch
            {
                RequestAct act => request.RefusalFor(act, by),
                ReferralAct act => request.RefusalForEach(act, by),
                _ => RuleCode.NotAllowedForRole,
            }) is null)
            .Select(action => new ActButton(action.Shown.Place, Address(action.Template, request, null), action.Button, action.Shown.Look, action.Posts)),
    ];

    /// <summary>Buttons of a referral that are lawful now for that member of staff.</summary>
    public IReadOnlyList<ActButton> Of(OrientationRequest request, Referral referral, string actorName, Author by) =>
    [
        .. actions.Where(action => action.Shown.Place == ActPlace.Referral && action.Act is ReferralAct act && request.May(act, referral, by))
            .Select(action => new ActButton(action.Shown.Place, Address(action.Template, request, referral), action.Button.Replace(ActLabel.Actor, actorName, StringComparison.Ordinal), action.Shown.Look, action.Posts)),
    ];

    private static string Address(string template, OrientationRequest request, Referral? referral) => "/" + template
        .Replace("{reference}", request.Reference, StringComparison.Ordinal)
        .Replace("{referralId:guid}", referral?.Id.ToString(), StringComparison.Ordinal);
}
