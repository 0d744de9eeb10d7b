namespace PlusPortal.Domain.People;

/// <summary>Who may invite, change and take away whom. PLUS confirms the first person of an actor: nobody becomes one by being first.</summary>
/// <remarks>Source: workflow of PLUS, people and access; docs/adr/0024.</remarks>
public static class PeopleRules
{
    private static readonly PersonRole[] OfPlus = [PersonRole.Administrator, PersonRole.Staff, PersonRole.Observer];
    private static readonly PersonRole[] OfAnActor = [PersonRole.PartnerManager, PersonRole.Contributor];

    extension(Member member)
    {
        /// <summary>Whether the person looks after the people of PLUS (null) or of an actor.</summary>
        public bool LooksAfter(Guid? actorId) => member.Role switch
        {
            PersonRole.Administrator => true,
            PersonRole.Staff => actorId is not null,
            PersonRole.PartnerManager => actorId is not null && actorId == member.ActorId,
            PersonRole.Observer or PersonRole.Contributor => false,
        };

        /// <summary>Roles that the person may give there: those of PLUS to its people, those of partners to people of an actor. None where it looks after nobody.</summary>
        public IReadOnlyList<PersonRole> RolesToGive(Guid? actorId) => !member.LooksAfter(actorId) ? [] : actorId is null ? OfPlus : OfAnActor;

        /// <summary>Refuses to give a role that is not the person's to give.</summary>
        /// <exception cref="DomainRuleException"><see cref="RuleCode.NotAllowedForRole"/>.</exception>
        public void CheckMayGive(PersonRole role, Guid? actorId)
        {
            if (!member.RolesToGive(actorId).Contains(role)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        }

        /// <summary>Whether the person may change the role and the access of another. Nobody does so with the own ones: leaving is an act of its own.</summary>
        public bool MayChange(Member other) => member.Id != other.Id && member.LooksAfter(other.ActorId);

        /// <summary>Refuses to touch somebody whom the person does not look after.</summary>
        /// <exception cref="DomainRuleException"><see cref="RuleCode.NotAllowedForRole"/>.</exception>
        public void CheckMayChange(Member other)
        {
            if (!member.MayChange(other)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        }

        /// <summary>Whether the person may give the access of another back: PLUS alone does, also where a manager took it away.</summary>
        public bool MayRestore(Member other) => !member.Role.IsPartner && member.MayChange(other);

        /// <summary>Refuses to give back an access that is not the person's to give back.</summary>
        /// <exception cref="DomainRuleException"><see cref="RuleCode.NotAllowedForRole"/>.</exception>
        public void CheckMayRestore(Member other)
        {
            if (!member.MayRestore(other)) throw new DomainRuleException(RuleCode.NotAllowedForRole);
        }

        /// <summary>Whether the person may take the second factor of another away: an administrator, never the own one.</summary>
        public bool MayResetFactorOf(Member other) => member.Role == PersonRole.Administrator && member.Id != other.Id;

        /// <summary>
        /// The rule that keeps the person where it is; null when it may go. The last administrator and the last manager of an actor stay
        /// until another is named. For PLUS, which must be able to take an access away at once, a manager who is invited is named.
        /// </summary>
        /// <param name="by">Who takes the role away; the person itself when it leaves.</param>
        /// <param name="others">Others of that role, at PLUS or at the same actor, who can sign in.</param>
        /// <param name="invited">People invited to that role there, whose invitation can open an account.</param>
        public RuleCode? KeptBy(Member by, int others, int invited) => member.Role switch
        {
            _ when others > 0 => null,
            PersonRole.Administrator => RuleCode.LastAdministrator,
            PersonRole.PartnerManager when by.Role.IsPartner || invited == 0 => RuleCode.LastManager,
            _ => null,
        };

        /// <summary>Refuses to let the person go while a rule keeps it.</summary>
        /// <exception cref="DomainRuleException"><see cref="RuleCode.LastAdministrator"/>, <see cref="RuleCode.LastManager"/>.</exception>
        public void CheckMayGoWithout(Member by, int others, int invited)
        {
            if (member.KeptBy(by, others, invited) is { } rule) throw new DomainRuleException(rule);
        }
    }
}
