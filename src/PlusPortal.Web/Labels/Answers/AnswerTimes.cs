namespace PlusPortal.Web.Labels.Answers;

/// <summary>Times of the minutes in which an answer can be taken back.</summary>
public static class AnswerTimes
{
    extension(DateTimeOffset instant)
    {
        /// <summary>« 10 h 12 », Paris time.</summary>
        public string ClockTime => instant.InParis.ToString("%H' h 'mm", FrenchText.Culture).Replace(' ', '\u00A0');
    }
}
