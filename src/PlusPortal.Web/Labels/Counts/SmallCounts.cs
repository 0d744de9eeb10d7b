namespace PlusPortal.Web.Labels.Counts;

/// <summary>Numbers of persons or requests for who may not know them: a few could point at one. Source: workflow, §10.</summary>
public static class SmallCounts
{
    /// <summary>Smallest number that is told.</summary>
    public const int Smallest = 5;

    extension(int count)
    {
        /// <summary>The number, « moins de 5 » for one to four.</summary>
        public string WithoutSmall => count is > 0 and < Smallest ? $"moins de {Smallest}" : count.ToString("#,0", FrenchText.Culture);
    }
}
