namespace PlusPortal.Domain.Requests.Rulebook;

/// <summary>What must hold, besides role and state, before an act may be offered. The request says whether it does.</summary>
public enum Condition
{
    /// <summary>Nobody has proven the address of the structure, nor vouched for it.</summary>
    AddressUnproven,

    /// <summary>The address of the structure is proven, or vouched for.</summary>
    AddressProven,

    /// <summary>The author is not in charge already.</summary>
    NotInChargeYet,

    /// <summary>A member of staff is in charge.</summary>
    SomebodyInCharge,

    /// <summary>Some actor is chosen about which the structure must be asked and has not been.</summary>
    SomebodyToAskAbout,

    /// <summary>Some actor was put to the structure and is still a proposal.</summary>
    ProposalsToRefuse,

    /// <summary>Some actor was told in this round, and neither declined, asks, nor has ended.</summary>
    SomebodyWasTold,

    /// <summary>The structure knows of the actor: it was asked about it, or told that it has the request. Holds for everybody else.</summary>
    KnownToStructure,

    /// <summary>The structure has not agreed to the actor yet.</summary>
    ConsentAwaited,

    /// <summary>The structure agreed to the actor.</summary>
    ConsentGiven,

    /// <summary>Fewer than three actors must answer; holds for a referral that would not add one.</summary>
    OneMoreMayBeAsked,

    /// <summary>The actor has not asked its one question.</summary>
    QuestionUnasked,

    /// <summary>The actor was not chosen again in this round.</summary>
    NotChosenAgain,

    /// <summary>No proposed passage of what the actor would read waits to be masked, or left with a reason.</summary>
    NothingSensitiveLeft,

    /// <summary>The actor asked something that nobody has answered.</summary>
    QuestionUnanswered,

    /// <summary>The author gave the answer, and its minutes to take it back are not over.</summary>
    AnswerIsOwnAndFresh,

    /// <summary>The side of the author noted a rung that stands; for staff, one that staff noted.</summary>
    OwnRungStands,

    /// <summary>The actor noted an outcome, and nobody has confirmed nor contested it.</summary>
    OutcomeAwaited,

    /// <summary>The structure said, and never took back, that its need is not dealt with.</summary>
    UnmetSaid,

    /// <summary>PLUS has something special to do.</summary>
    TaskOpen,

    /// <summary>The actor was told of the request; for a partner, it goes on with it, or did.</summary>
    ActorHadIt,

    /// <summary>It is not somebody who was invited to follow; holds for everybody but the structure.</summary>
    ByTheFirstPerson,

    /// <summary>Fewer people follow the request, or are invited to, than may.</summary>
    OneMoreMayFollow,

    /// <summary>The structure added something that staff have not let the actors read.</summary>
    InformationToShare,
}

/// <summary>The rule that each condition stands for.</summary>
public static class ConditionRules
{
    extension(Condition condition)
    {
        /// <summary>Refusal when it does not hold.</summary>
        public RuleCode Otherwise => condition switch
        {
            Condition.AddressUnproven or Condition.NotInChargeYet or Condition.SomebodyInCharge
                or Condition.SomebodyToAskAbout or Condition.ConsentAwaited or Condition.InformationToShare => RuleCode.AlreadyDone,
            Condition.AddressProven => RuleCode.AddressNotProven,
            Condition.ProposalsToRefuse => RuleCode.IllegalReferralTransition,
            Condition.SomebodyWasTold => RuleCode.NobodyAsked,
            Condition.KnownToStructure => RuleCode.ReferralNotFound,
            Condition.ConsentGiven => RuleCode.ConsentMissing,
            Condition.OneMoreMayBeAsked => RuleCode.TooManyOpenReferrals,
            Condition.QuestionUnasked => RuleCode.QuestionAlreadyAsked,
            Condition.NotChosenAgain => RuleCode.AlreadyReferred,
            Condition.NothingSensitiveLeft => RuleCode.SensitivePassageLeft,
            Condition.QuestionUnanswered => RuleCode.NoOpenQuestion,
            Condition.AnswerIsOwnAndFresh => RuleCode.AnswerSettled,
            Condition.OutcomeAwaited or Condition.UnmetSaid or Condition.TaskOpen or Condition.OwnRungStands => RuleCode.AlreadyDone,
            Condition.ActorHadIt => RuleCode.IllegalReferralTransition,
            Condition.ByTheFirstPerson => RuleCode.NotAllowedForRole,
            Condition.OneMoreMayFollow => RuleCode.TooManyFollowers,
        };
    }
}
