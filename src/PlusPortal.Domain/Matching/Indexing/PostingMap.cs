using System.Collections.Immutable;
using PlusPortal.Domain.Matching.Catalog;

namespace PlusPortal.Domain.Matching.Indexing;

/// <summary>Offers by something that they say, such as a territory or a word.</summary>
internal sealed class PostingMap<TKey>
    where TKey : notnull
{
    private readonly Func<CatalogOffer, IEnumerable<TKey>> keysOf;
    private readonly Dictionary<TKey, Postings> postings;

    /// <summary>Gathers the offers under each of their keys.</summary>
    public PostingMap(ImmutableArray<CatalogOffer> offers, int words, Func<CatalogOffer, IEnumerable<TKey>> keysOf)
    {
        this.keysOf = keysOf;
        var gathered = new Dictionary<TKey, List<int>>();
        for (var position = 0; position < offers.Length; position++) Gather(gathered, offers[position], position);
        postings = new Dictionary<TKey, Postings>(gathered.Count);
        foreach (var (key, positions) in gathered) postings.Add(key, new Postings(positions, words));
    }

    private PostingMap(Func<CatalogOffer, IEnumerable<TKey>> keysOf, Dictionary<TKey, Postings> postings)
    {
        this.keysOf = keysOf;
        this.postings = postings;
    }

    /// <summary>Offers under each key.</summary>
    public Dictionary<TKey, Postings>.ValueCollection All => postings.Values;

    /// <summary>Offers under a key; null when there is none.</summary>
    public Postings? Find(TKey key) => postings.GetValueOrDefault(key);

    /// <summary>Adds the offers under a key to a set.</summary>
    public void AddTo(Span<ulong> set, TKey key) => Find(key)?.AddTo(set);

    /// <summary>Takes the offers under a key out of a set.</summary>
    public void RemoveFrom(Span<ulong> set, TKey key) => Find(key)?.RemoveFrom(set);

    /// <summary>The same in the next catalogue; what no offer that left or came says is shared with this one, as long as no other offer moved.</summary>
    public PostingMap<TKey> Next(CatalogEdit edit, int words)
    {
        var come = new Dictionary<TKey, List<int>>();
        foreach (var position in edit.Come) Gather(come, edit.Offers[position], position);
        var touched = edit.KeepsPlaces ? edit.Gone.SelectMany(position => keysOf(edit.Former[position])).Concat(come.Keys).ToHashSet() : postings.Keys.Concat(come.Keys).ToHashSet();

        var next = edit.KeepsPlaces ? new Dictionary<TKey, Postings>(postings) : new Dictionary<TKey, Postings>(touched.Count);
        foreach (var key in touched)
        {
            var coming = come.GetValueOrDefault(key) ?? [];
            var moved = Find(key)?.Next(edit, coming, words) ?? new Postings(coming, words);
            if (moved.Count == 0) next.Remove(key);
            else next[key] = moved;
        }

        return new PostingMap<TKey>(keysOf, next);
    }

    private void Gather(Dictionary<TKey, List<int>> gathered, CatalogOffer offer, int position)
    {
        foreach (var key in keysOf(offer))
        {
            if (!gathered.TryGetValue(key, out var positions)) gathered.Add(key, positions = []);
            if (positions.Count == 0 || positions[^1] != position) positions.Add(position);
        }
    }
}
