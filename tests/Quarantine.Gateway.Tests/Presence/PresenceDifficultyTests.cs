using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Tests.Presence;

/// <summary>
/// What makes presence hard, one trace each, with its expected outcome; where sensors cannot tell, the test says so and holds the answer that
/// accuses nobody. Minutes count from eight o'clock; a home that has been lived in has shown for days how it looks when somebody is home.
/// </summary>
public sealed class PresenceDifficultyTests
{
    [Fact]
    public void QuickOpenAndClose_StaysHome()
    {
        var history = new Home().Motion(0).Open(1).Close(1.05).Motion(1.4).HistoryAt(60);

        Assert.Empty(history.Trips);
        Assert.Equal(PresenceState.Home, history.State);
    }

    [Fact]
    public void QuickOpenAndCloseOnLeavingAndOnReturning_OneTrip()
    {
        var history = new Home().Motion(0).Open(1).Close(1.02).Open(31).Close(31.02).Motion(31.1).HistoryAt(60);

        Assert.Equal((Home.At(1.02), Home.At(31)), (Assert.Single(history.Trips).Left, history.Trips[0].Returned));
    }

    [Fact]
    public void AsleepBehindAClosedDoorAllNight_StaysHome()
    {
        var history = new Home().Lived().Door(840).Motion(840.5).Motion(842).Motion(1320).Motion(1323).Door(1325).HistoryAt(1326);

        Assert.Empty(history.Trips);
    }

    [Fact]
    public void StraightToBedInFrontOfNoSensor_AwayUntilMotionInTheMorningWithdrawsIt()
    {
        var home = new Home().Motion(0).Door(1);
        Assert.Equal(PresenceState.Away, home.HistoryAt(300).State);

        var history = home.Motion(480).HistoryAt(481);

        Assert.Empty(history.Trips);
        Assert.Equal(PresenceState.Home, history.State);
    }

    [Theory]
    [InlineData(0.9, 3)]
    [InlineData(0.9, 5.5)]
    public void MotionSensorHoldsItsOutputAfterLeaving_TheTripStands(double rises, double falls) =>
        Assert.Single(new Home().Motion(0).Motion(rises, falls).Door(1).Door(41).Motion(42).HistoryAt(60).Trips);

    [Fact]
    public void MotionSensorHoldsItsOutputForLongAfterTheDoor_SomebodyIsInFrontOfIt() =>
        Assert.Empty(new Home().Motion(0).Motion(0.9, 40).Door(1).Door(41).HistoryAt(42).Trips);

    [Fact]
    public void MotionSensorFiresAgainAsItCoolsDown_TripWhereWhoStaysIsAlwaysSeenSoon()
    {
        var history = new Home().Lived().Motion(0).Door(1).Motion(1.6).Door(41).Motion(42).HistoryAt(60);

        var trip = Assert.Single(history.Trips);
        Assert.Equal(PresenceRule.ClosedDoorStrayMotion, trip.Rule);
        Assert.True(trip.Confidence < 0.9);
    }

    [Fact]
    public void MotionSensorFiresAgainAsItCoolsDown_NoAlarmBeforeTheDoorMoves() =>
        Assert.Equal(PresenceState.Home, new Home().Lived().Motion(0).Door(1).Motion(1.6).HistoryAt(40).State);

    [Fact]
    public void DeliveryAtTheDoor_NeitherTripNorVisit()
    {
        var history = new Home().Motion(0).Outside(4.7).Motion(4.9).Open(5).Close(7).Outside(7.2).Motion(7.3).HistoryAt(30);

        Assert.Empty(history.Trips);
        Assert.Empty(history.Visits);
    }

    /// <summary>Ambiguous: whoever stayed is seen, and how many people there are nobody knows.</summary>
    [Fact]
    public void TwoPeopleOfWhomOneLeaves_NoTrip()
    {
        var history = new Home().Motion(0).Motion(0.9).Door(1).Motion(1.5).Motion(5).Motion(20).Door(41).Motion(42).HistoryAt(60);

        Assert.Empty(history.Trips);
        Assert.Equal(PresenceState.Home, history.State);
    }

    [Fact]
    public void DoorHeldOpenWhileHome_NoTrip() =>
        Assert.Empty(new Home().Motion(0).Open(1).Motion(3).Close(9).Motion(9.5).HistoryAt(60).Trips);

    [Fact]
    public void DoorHeldOpenOnLeaving_TripSinceItClosed() =>
        Assert.Equal(Home.At(4), Assert.Single(new Home().Motion(0).Open(1).Close(4).Door(41).Motion(42).HistoryAt(60).Trips).Left);

    [Fact]
    public void DoorLeftOpenAndNobodySeen_TripOfLowConfidence()
    {
        var trip = Assert.Single(new Home().Motion(0).Open(1).Close(41).Motion(42).HistoryAt(60).Trips);

        Assert.Equal(PresenceRule.OpenDoorNoMotion, trip.Rule);
        Assert.True(trip.Confidence < 0.9);
    }

    /// <summary>Ambiguous: what moves is not known, so a pet is somebody.</summary>
    [Fact]
    public void PetStaysHome_NoTrip() =>
        Assert.Empty(new Home().Lived().Motion(0).Door(1).Motion(4).Motion(9).Motion(13).Motion(20).Motion(33).Door(41).Motion(42).HistoryAt(60).Trips);

    [Fact]
    public void SensorDiesInTheMiddleOfAStay_UnknownAndNoTrip()
    {
        var history = new Home().Motion(0).Door(1).Motion(2).See(20, ObservationKind.FaultBegan).Door(200).HistoryAt(290);

        Assert.Empty(history.Trips);
        Assert.Equal(PresenceState.Unknown, history.State);
    }

    [Fact]
    public void SensorDiesInTheMiddleOfADoubt_UnknownAndNoTrip()
    {
        var history = new Home().Motion(0).Door(1).Fault(5, 300).Door(200).HistoryAt(290);

        Assert.Empty(history.Trips);
        Assert.Equal(UnknownCause.Sensor, Assert.Single(history.Unknown).Cause);
    }

    /// <summary>Until the door has moved four times the silence is that of an absence in which the door rattles: both look the same.</summary>
    [Fact]
    public void SensorDiesAndNobodyTells_UnknownOnceTheDoorHasMovedTooOftenUnseen()
    {
        var home = new Home().Motion(0).Door(1).Door(30).Door(90).Door(150);
        Assert.Equal(PresenceRule.ClosedDoorNoMotion, Assert.Single(home.HistoryAt(151).Trips).Rule);

        var history = home.Door(210).Door(300).HistoryAt(400);

        Assert.Empty(history.Trips);
        Assert.Equal((Home.At(1).AddSeconds(10), UnknownCause.Sensor), (Assert.Single(history.Unknown).From, history.Unknown[0].Cause));
        Assert.Equal(PresenceState.Unknown, history.State);
    }

    [Theory]
    [InlineData(UnknownCause.Power)]
    [InlineData(UnknownCause.Network)]
    public void GatewayIsCutOff_UnknownWithItsCauseAndNoTrip(UnknownCause cause)
    {
        var history = new Home().Motion(0).Door(1).Fault(2, 600, cause).Motion(601).HistoryAt(620);

        Assert.Empty(history.Trips);
        Assert.Equal(cause, Assert.Single(history.Unknown).Cause);
    }

    [Fact]
    public void PowerIsToldToBeThereThoughItNeverWent_ChangesNothing() =>
        Assert.Equal(PresenceState.Away, new Home().Motion(0).Door(1).See(60, ObservationKind.FaultEnded).HistoryAt(61).State);

    /// <summary>A motion sensor fires by itself about once a day, where the sun or a heater moves the air.</summary>
    [Fact]
    public void LoneMotionInALongAbsence_TheTripStands()
    {
        var history = new Home().Lived().Motion(0).Door(1).Motion(60).Door(121).Motion(122).HistoryAt(140);

        var trip = Assert.Single(history.Trips);
        Assert.Equal((PresenceRule.ClosedDoorStrayMotion, Home.At(121)), (trip.Rule, trip.Returned));
    }

    [Fact]
    public void LoneMotionWhereTheHouseIsNotKnown_TheTripIsWithdrawn() =>
        Assert.Empty(new Home().Motion(0).Door(1).Motion(60).Door(121).Motion(122).HistoryAt(140).Trips);

    [Fact]
    public void MotionGoesOnInALongAbsence_TheTripIsWithdrawn() =>
        Assert.Empty(new Home().Lived().Motion(0).Door(1).Motion(60).Motion(62).Motion(65).Motion(68).Motion(70).HistoryAt(121).Trips);

    [Fact]
    public void SatStillAndThenWalksToTheDoor_StaysHome() =>
        Assert.Empty(new Home().Lived().Motion(0).Door(1).Motion(60.5).Door(61).Motion(62).HistoryAt(90).Trips);

    [Fact]
    public void StepsOutForSixMinutes_OneTrip() =>
        Assert.Single(new Home().Motion(0).Door(1).Door(7).Motion(7.3).HistoryAt(30).Trips);

    [Fact]
    public void ForgetsTheKeysAndLeavesAgain_OneTripSinceTheSecondTime()
    {
        var history = new Home().Motion(0).Door(1).Door(1.5).Motion(1.9).Door(3).Door(43).Motion(44).HistoryAt(60);

        Assert.Equal(Home.At(3 + (10 / 60.0)), Assert.Single(history.Trips).Left);
    }

    /// <summary>Whoever came in is not taken for somebody who leaves, however soon the motion ends.</summary>
    [Fact]
    public void ComesInIsSeenOnceAndSitsStill_NoSecondTrip()
    {
        var history = new Home().Motion(0).Door(1).Door(41).Motion(41.2).HistoryAt(90);

        Assert.Equal(Home.At(41), Assert.Single(history.Trips).Returned);
        Assert.Equal(PresenceState.Home, history.State);
    }

    [Fact]
    public void ComesInIsSeenWhileTheDoorIsOpenAndSitsStill_NoSecondTrip() =>
        Assert.Equal(PresenceState.Home, new Home().Motion(0).Door(1).Open(41).Motion(41.1).Close(41.2).HistoryAt(90).State);

    [Fact]
    public void SeenBehindTheDoorBeforeItOpensOnReturn_TheTripStands() =>
        Assert.Single(new Home().Motion(0).Door(1).Motion(40.99).Door(41).Motion(42).HistoryAt(60).Trips);

    [Fact]
    public void ClosingOnLeavingIsMissed_OneTrip()
    {
        var history = new Home().Lived().Motion(0).Open(1).Door(41).Motion(42).HistoryAt(60);

        Assert.Equal((Home.At(1), Home.At(41)), (Assert.Single(history.Trips).Left, history.Trips[0].Returned));
    }

    [Fact]
    public void OpeningOnReturnIsMissed_OneTrip()
    {
        var history = new Home().Motion(0).Door(1).Close(41).Motion(41.2).HistoryAt(60);

        Assert.Equal((Home.At(41), PresenceRule.DoorEventMissed), (Assert.Single(history.Trips).Returned, history.Trips[0].Rule));
    }

    [Fact]
    public void OpeningOnLeavingIsMissed_OneTripAndNoAlarmBeforeTheDoorMoves()
    {
        var home = new Home().Lived().Motion(0).Close(1);
        Assert.Equal(PresenceState.Home, home.HistoryAt(30).State);

        Assert.Equal(Home.At(1), Assert.Single(home.Door(41).Motion(42).HistoryAt(60).Trips).Left);
    }

    [Fact]
    public void DoorTellsEveryHourThatItIsClosed_NoTripAtNight()
    {
        var home = new Home().Door(0).Motion(1).Motion(5);
        for (var hour = 1; hour < 9; hour++)
        {
            home.Close(hour * 60);
            Assert.Empty(home.HistoryAt((hour * 60) + 59).Trips);
        }
    }

    [Theory]
    [InlineData(ObservationKind.DoorClosed)]
    [InlineData(ObservationKind.DoorOpened)]
    public void DoorTellsItsStateAfterARestart_NoAlarm(ObservationKind state) =>
        Assert.NotEqual(PresenceState.Away, new Home().Motion(0).See(1, state).HistoryAt(60).State);

    [Fact]
    public void DoorHasOnlyEverToldThatItIsClosed_NoTrip() =>
        Assert.Empty(new Home().Motion(0).Close(1).Close(61).Close(121).Motion(130).Close(181).HistoryAt(300).Trips);

    [Fact]
    public void DoorTellsEveryHourThatItIsClosed_OneTripWhileAway()
    {
        var history = new Home().Motion(0).Door(1).Close(61).Close(121).Close(181).Close(241).Close(301).Door(311).Motion(312).HistoryAt(330);

        Assert.Equal((Home.At(1).AddSeconds(10), Home.At(311)), (Assert.Single(history.Trips).Left, history.Trips[0].Returned));
        Assert.Empty(history.Unknown);
    }

    [Fact]
    public void DoorNeverReportsThatItCloses_OneTrip()
    {
        var history = new Home().Motion(0).Open(1).Open(41).Motion(42).Open(60).Motion(61).HistoryAt(70);

        Assert.Equal((Home.At(1), Home.At(41)), (Assert.Single(history.Trips).Left, history.Trips[0].Returned));
    }

    [Fact]
    public void OneOfTwoMotionSensorsNeverFalls_TheTripStands() =>
        Assert.Single(
            new Home().See(0, ObservationKind.InsideMotion).Motion(0.5).Door(1).Door(41).Motion(41.1).HistoryAt(60).Trips);

    [Fact]
    public void FallsWithoutRising_NothingIsSeen() =>
        Assert.Single(new Home().Motion(0).Door(1).See(20, ObservationKind.InsideMotionCleared).Door(41).Motion(42).HistoryAt(60).Trips);
}
