using Microsoft.EntityFrameworkCore;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Texts;

namespace PlusPortal.Data.Actors;

/// <summary>The one search of actors by name, whoever looks: structure, partner, staff.</summary>
public static class ActorSearch
{
    /// <summary>Column that holds the name as <see cref="Folding"/> writes it; PostgreSQL derives it.</summary>
    internal const string FoldedName = "FoldedName";

    extension(IQueryable<SupportActor> actors)
    {
        /// <summary>Those whose name holds what was typed, both folded; nothing typed names nobody.</summary>
        public IQueryable<SupportActor> Named(string? typed)
        {
            var sought = Folding.Fold(typed);
            return sought.Length == 0 ? actors.Where(_ => false) : actors.Where(actor => EF.Property<string>(actor, FoldedName).Contains(sought));
        }
    }
}
