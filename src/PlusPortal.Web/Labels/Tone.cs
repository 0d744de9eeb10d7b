namespace PlusPortal.Web.Labels;

/// <summary>What a state means for its reader. The word says it; shape and colour only help to find it.</summary>
public enum Tone
{
    /// <summary>New or in preparation: nothing is expected yet.</summary>
    Neutral,

    /// <summary>Somebody is awaited, in time.</summary>
    Waiting,

    /// <summary>Agreed, done, verified.</summary>
    Good,

    /// <summary>Needs attention.</summary>
    Attention,

    /// <summary>Comes before everything else.</summary>
    Urgent,

    /// <summary>Over, without more to do.</summary>
    Closed,
}
