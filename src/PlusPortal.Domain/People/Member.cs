namespace PlusPortal.Domain.People;

/// <summary>A person with an account, as the rules about people see it.</summary>
/// <param name="Id">Account.</param>
/// <param name="Role">What the person may do.</param>
/// <param name="ActorId">Support actor that it answers for; null for PLUS.</param>
public sealed record Member(Guid Id, PersonRole Role, Guid? ActorId);
