using Quarantine.PresenceTrials.Homes;
using Quarantine.PresenceTrials.Scoring;
using Quarantine.TestKit;

const int Homes = 8;
const int Days = 30;

var rows = Difficulties.All
    .Select((difficulty, index) => (difficulty, Judge(difficulty, (ulong)index)))
    .ToList();
TrialTable.Print(Console.Out, rows);
TrialTable.Save(Path.Combine(RepositoryRoot.Path, "artifacts", "presence.csv"), rows, Homes, Days);
var missed = rows.Where(row => row.difficulty.Decidable && !row.Item2.ReachesGoals).Select(row => row.difficulty.Name).ToList();
Console.WriteLine(missed.Count == 0
    ? $"Each decidable difficulty reached the goals, in {Homes} homes of {Days} days each: 95 of 100 found, 5 of 100 false, minutes within 3 %."
    : $"Missed: {string.Join("; ", missed)}.");
return missed.Count == 0 ? 0 : 1;

static Score Judge(Difficulty difficulty, ulong index) => Enumerable.Range(0, Homes)
    .Select(home => HomeSimulator.Record(difficulty, (index * 1000) + (ulong)home, Days))
    .Aggregate(Score.Empty, (sum, home) => sum + Score.Of(home, Verdict.Of(home)));
