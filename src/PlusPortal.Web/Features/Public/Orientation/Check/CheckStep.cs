using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Web.Features.Public.Orientation.Drafts;
using PlusPortal.Web.Features.Public.Orientation.Steps;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Features.Public.Orientation.Check;

/// <summary>The last page of the form. What it asks, who may receive the request, is answered by sending: a draft never has it.</summary>
public static class CheckStep
{
    /// <summary>The page.</summary>
    public static FormStep Definition { get; } = new()
    {
        Key = "transmission",
        Slug = OrientationLinks.CheckSlug,
        View = "/Features/Public/Orientation/Check/Check.cshtml",
        Blank = () => throw new NotSupportedException("The check page has a form of its own."),
        Open = _ => throw new NotSupportedException("The check page has a form of its own."),
        IsAnswered = _ => false,
        HasOwnController = true,
        Facts =
        [
            new()
            {
                Code = "transmission",
                Section = FactSection.Transmission,
                Tellings =
                [
                    new(FactReaders.Tracking | FactReaders.Print, "Transmission", told => told.TransmissionRule switch
                    {
                        TransmissionRule.PlusChooses => "PLUS choisit les interlocuteurs et leur transmet votre demande.",
                        TransmissionRule.AskMeFirst => "PLUS vous demande avant chaque transmission.",
                        null => null,
                    }),
                    new(FactReaders.Staff | FactReaders.Print, "Transmission", told => told.TransmissionRule switch
                    {
                        TransmissionRule.PlusChooses => "PLUS choisit les interlocuteurs et leur transmet la demande.",
                        TransmissionRule.AskMeFirst => "La structure veut être consultée avant chaque transmission.",
                        null => null,
                    }),
                ],
            },
        ],
    };
}
