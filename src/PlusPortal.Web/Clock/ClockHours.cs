using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Clock;

/// <summary>The hours in which the clock writes to people; an answer that is settled has its consequences at any hour.</summary>
public static class ClockHours
{
    private static readonly TimeOnly From = new(7, 0);
    private static readonly TimeOnly To = new(20, 0);

    /// <summary>Whether somebody may be written to at that instant.</summary>
    public static bool Include(DateTimeOffset instant) => TimeOnly.FromDateTime(instant.InParis.DateTime) is var hour && hour >= From && hour < To;

    /// <summary>When the clock acts on that Paris day, or as soon as it may when that is past.</summary>
    public static DateTimeOffset BeginOn(DateOnly day, DateTimeOffset now)
    {
        var begins = InParis(day);
        if (begins > now) return begins;
        var today = now.ParisDay;
        return InParis(Include(now) || now < InParis(today) ? today : today.AddDays(1)) is var next && next > now ? next : now;
    }

    private static DateTimeOffset InParis(DateOnly day)
    {
        var local = day.ToDateTime(From);
        return new DateTimeOffset(local, ParisClock.Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
