using PlusPortal.Domain.Directory;

namespace PlusPortal.Testing.Builders;

/// <summary>An active, unverified actor without address, as an import leaves it.</summary>
public sealed class SupportActorBuilder
{
    private readonly int number = A.Number();
    private string? name;
    private string kind = ActorKinds.ReseauAccompagnement;
    private string circle = Circles.Specialiste;
    private string? checkedEmail;

    public SupportActorBuilder Named(string value)
    {
        name = value;
        return this;
    }

    public SupportActorBuilder OfKind(string value)
    {
        kind = value;
        return this;
    }

    /// <summary>A first-circle guide.</summary>
    public SupportActorBuilder Welcoming()
    {
        circle = Circles.PremierAccueil;
        return this;
    }

    /// <summary>Staff checked an address with it, so that it may be e-mailed.</summary>
    public SupportActorBuilder WithCheckedEmail(string? email = null)
    {
        checkedEmail = email ?? $"acteur{number}@example.org";
        return this;
    }

    public SupportActor Build()
    {
        var actor = new SupportActor($"acteur-{number}", name ?? $"Acteur imaginaire {number}", kind, "Un acteur inventé pour un essai.", A.Now);
        actor.Edit(actor.Name, actor.Kind, circle, actor.Description, website: null, websiteChecked: false, A.Day, A.Now);
        if (checkedEmail is not null) actor.RecordCheckedContact(checkedEmail, A.Day, A.Now);
        return actor;
    }
}
