using PlusPortal.Data.Jobs;

namespace PlusPortal.Web.Labels;

/// <summary>Words for the runs of jobs, for administrators.</summary>
public static class JobLabels
{
    extension(JobRunState state)
    {
        /// <summary>How the run stands.</summary>
        public string Label => state switch
        {
            JobRunState.Running => "En cours",
            JobRunState.Succeeded => "Réussie",
            JobRunState.Failed => "Échouée",
            JobRunState.Interrupted => "Interrompue",
        };

        /// <summary>Its tone.</summary>
        public Tone Tone => state switch
        {
            JobRunState.Running => Tone.Waiting,
            JobRunState.Succeeded => Tone.Good,
            JobRunState.Failed => Tone.Urgent,
            JobRunState.Interrupted => Tone.Attention,
        };
    }

    extension(JobRun run)
    {
        /// <summary>What came of it, in a sentence or two.</summary>
        public string Outcome => run.State switch
        {
            JobRunState.Running => "Le travail est en cours.",
            JobRunState.Succeeded when run.Counts.All(count => count.Number == 0) => "Rien n’était à faire.",
            JobRunState.Succeeded => string.Join("\u00A0; ", run.Counts.Select((count, index) => $"{(index == 0 ? count.What : char.ToLower(count.What[0], FrenchText.Culture) + count.What[1..])}\u00A0: {count.Number.ToString("N0", FrenchText.Culture)}")) + ".",
            JobRunState.Failed => $"Une erreur l’a arrêtée ({run.Failure}). Rien n’est perdu\u00A0: ce qui reste à faire sera repris à la prochaine exécution.",
            JobRunState.Interrupted => "Le serveur s’est arrêté avant la fin. Rien n’est perdu\u00A0: ce qui reste à faire sera repris à la prochaine exécution.",
        };
    }

    extension(TimeSpan duration)
    {
        /// <summary>« moins d’une seconde », « 12 secondes », « 1 minute », « 2 h 05 ».</summary>
        public string DurationInWords => duration switch
        {
            { TotalSeconds: < 1 } => "moins d’une seconde",
            { TotalSeconds: < 2 } => "1\u00A0seconde",
            { TotalMinutes: < 1 } => $"{(int)duration.TotalSeconds}\u00A0secondes",
            { TotalMinutes: < 2 } => "1\u00A0minute",
            { TotalHours: < 1 } => $"{(int)duration.TotalMinutes}\u00A0minutes",
            _ => $"{(int)duration.TotalHours}\u00A0h\u00A0{duration.Minutes:00}",
        };
    }
}
