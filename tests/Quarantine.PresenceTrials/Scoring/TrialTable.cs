using System.Globalization;
using Quarantine.PresenceTrials.Homes;

namespace Quarantine.PresenceTrials.Scoring;

/// <summary>The trials' result: lines for a person, a file for machines.</summary>
internal static class TrialTable
{
    private const string Header =
        "difficulty,decidable,homes,days,absences,found,trips,recall,precision,minutes_away,minutes_judged,minutes_error,"
        + "home_as_home,home_as_away,away_as_home,away_as_away,unknown,false_alarms";

    public static void Print(TextWriter output, IReadOnlyList<(Difficulty Difficulty, Score Score)> rows)
    {
        output.WriteLine($"{"",-32}{"absences",9}{"found",7}{"false",7}{"recall",8}{"prec.",7}{"min.",7}   {"minutes: home as home/away",28}{"away as home/away",20}{"unknown",9}{"alarms",8}");
        foreach (var (difficulty, score) in rows)
        {
            output.WriteLine(Line(difficulty, score));
        }
    }

    public static void Save(string path, IReadOnlyList<(Difficulty Difficulty, Score Score)> rows, int homes, int days)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, [Header, .. rows.Select(row => Row(row.Difficulty, row.Score, homes, days))]);
    }

    private static string Line(Difficulty difficulty, Score score)
    {
        var verdict = !difficulty.Decidable ? "undecidable" : score.ReachesGoals ? "reached" : "MISSED";
        var minutes = score.Minutes;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{difficulty.Name,-32}{score.Labelled,9}{score.Found,7}{score.Judged - score.Found,7}{score.Recall,8:P1}{score.Precision,7:P0}{score.MinutesError,7:+0.0%;-0.0%;0.0%}   "
            + $"{minutes.HomeHome,20:F0} /{minutes.HomeAway,6:F0}{minutes.AwayHome,12:F0} /{minutes.AwayAway,6:F0}{minutes.Unknown,9:F0}{score.FalseAlarms,8}  {verdict}");
    }

    private static string Row(Difficulty difficulty, Score score, int homes, int days)
    {
        var minutes = score.Minutes;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"\"{difficulty.Name}\",{(difficulty.Decidable ? "yes" : "no")},{homes},{days},{score.Labelled},{score.Found},{score.Judged},{score.Recall:F4},{score.Precision:F4},"
            + $"{score.LabelledMinutes:F1},{score.JudgedMinutes:F1},{score.MinutesError:F4},{minutes.HomeHome:F1},{minutes.HomeAway:F1},{minutes.AwayHome:F1},{minutes.AwayAway:F1},{minutes.Unknown:F1},{score.FalseAlarms}");
    }
}
