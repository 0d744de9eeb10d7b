using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Rulebook;

namespace PlusPortal.Web.Labels;

/// <summary>Words for the status of a referral and for the part of its actor, one wording for each reader.</summary>
public static class ReferralStatusLabels
{
    private const string ToVerify = "À vérifier\u00A0: ";

    extension(ReferralStatus status)
    {
        /// <summary>What staff and partners read.</summary>
        public string ForStaff => status switch
        {
            ReferralStatus.Proposed => "Choisi, pas encore envoyé",
            ReferralStatus.Sent => "En attente de réponse",
            ReferralStatus.InformationRequested => "L’acteur demande une précision",
            ReferralStatus.DateOffered => "Accepte à partir d’une date, à confirmer par la structure",
            ReferralStatus.Accepted => "Accepté",
            ReferralStatus.Declined => "Décliné",
            ReferralStatus.Expired => "Sans réponse dans le délai",
            ReferralStatus.Cancelled => "Retiré",
            ReferralStatus.Completed => "Suivi terminé",
        };

        /// <summary>What the structure reads beside the name of the actor.</summary>
        public string ForStructure => status switch
        {
            ReferralStatus.Proposed => "Proposé, à confirmer",
            ReferralStatus.Sent => "Sa réponse est attendue",
            ReferralStatus.InformationRequested => "Il demande une précision",
            ReferralStatus.DateOffered => "Il propose une date, à confirmer",
            ReferralStatus.Accepted => "Il s’occupe de votre demande",
            ReferralStatus.Declined => "Il n’a pas pu prendre votre demande",
            ReferralStatus.Expired => "Il n’a pas répondu à temps",
            ReferralStatus.Cancelled => "Retiré",
            ReferralStatus.Completed => "Son suivi est terminé",
        };
    }

    extension(ProposalRole role)
    {
        /// <summary>Part that the actor plays.</summary>
        public string Label => role switch
        {
            ProposalRole.Lead => "Chef de file",
            ProposalRole.Contributor => "En appui",
            ProposalRole.Alternate => "En réserve",
        };
    }

    extension(CriterionOutcome criterion)
    {
        /// <summary>Whether a criterion of the matching is met.</summary>
        public string Label => criterion.Outcome switch
        {
            Outcome.Met => "Rempli",
            Outcome.Unmet => "Non rempli",
            Outcome.Unknown => criterion.MustBeVerified() ? "À vérifier" : "Sans effet",
        };

        /// <summary>The sentence under a heading or label that says « à vérifier » already.</summary>
        public string TextAfterLabel => criterion.Text.StartsWith(ToVerify, StringComparison.Ordinal) && criterion.Text.Length > ToVerify.Length
            ? char.ToUpper(criterion.Text[ToVerify.Length], FrenchText.Culture) + criterion.Text[(ToVerify.Length + 1)..]
            : criterion.Text;
    }
}
