namespace PlusPortal.Web.Labels.Situations;

/// <summary>Several names in one sentence.</summary>
public static class NamesInWords
{
    extension(IReadOnlyList<string> names)
    {
        /// <summary>« A », « A et B », « A, B et C ».</summary>
        public string Enumerated => names.Count <= 1 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} et {names[^1]}";
    }
}
