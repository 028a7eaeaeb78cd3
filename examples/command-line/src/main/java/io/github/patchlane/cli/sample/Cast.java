package io.github.patchlane.cli.sample;

import io.github.patchlane.cli.sample.Member.Role;
import io.github.patchlane.core.contribution.Person;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Everyone who writes to the list. All names are invented, all domains are reserved ones. */
record Cast(
    Map<Subsystem, Member> maintainers, List<Member> regulars, List<Member> newcomers, Member bot) {

  static final Person LIST =
      new Person("Thornbill development", "thornbill-devel@lists.example.org");

  private static final List<String> FIRST_NAMES =
      List.of(
          "Amaru",
          "Belisa",
          "Corvin",
          "Dagny",
          "Elowen",
          "Ferran",
          "Gudrun",
          "Hektor",
          "Isaura",
          "Jovan",
          "Kestrel",
          "Lumi",
          "Mattis",
          "Nerys",
          "Orsolya",
          "Pascoe",
          "Quilla",
          "Runa",
          "Sorrel",
          "Tamsin",
          "Ulick",
          "Vesna",
          "Wendell",
          "Xanthe",
          "Yaro",
          "Zéphyrine");
  private static final List<String> SURNAMES =
      List.of(
          "Ashgrove",
          "Brackwater",
          "Coldfell",
          "Dunmere",
          "Eddystone",
          "Fenwarden",
          "Galloway-Hurst",
          "Hollowell",
          "Inkpen",
          "Jarrowby",
          "Kettlebrook",
          "Larkhill",
          "Mossop",
          "Netherby",
          "Oxenhall",
          "Pennyfarrow",
          "Quarrington",
          "Rookhope",
          "Sallowfield",
          "Thistlewood",
          "Umberleigh",
          "Vinterholm",
          "Wraxton",
          "Yaxley-Moor",
          "Zeldenrust",
          "Ørnehøj");

  Cast {
    maintainers = Map.copyOf(maintainers);
    regulars = List.copyOf(regulars);
    newcomers = List.copyOf(newcomers);
  }

  static Cast assemble(Dice dice, int newcomers) {
    List<Member> fresh = new ArrayList<>();
    for (int i = 0; i < newcomers; i++) {
      fresh.add(newcomer(dice));
    }
    return new Cast(theMaintainers(), theRegulars(), fresh, theBot());
  }

  Member maintainer(Subsystem part) {
    return maintainers.getOrDefault(part, bot);
  }

  /** One who may say no to a maintainer. */
  Member anotherMaintainer(Member than) {
    return Stream.of(Subsystem.values())
        .map(this::maintainer)
        .filter(member -> !member.equals(than))
        .findFirst()
        .orElseThrow();
  }

  /** Those who were there before the story starts, maintainers first. */
  List<Member> oldHands() {
    List<Member> all = new ArrayList<>();
    for (Subsystem part : Subsystem.values()) {
      all.add(maintainer(part));
    }
    all.addAll(regulars);
    return List.copyOf(all);
  }

  private static Map<Subsystem, Member> theMaintainers() {
    return Map.of(
        Subsystem.CORE,
        maintainer("Ingrid Falkenrath", "ingrid@hearth.example", Habit.CHANGE_ID, 1, 0.8),
        Subsystem.ARCH,
        maintainer("Tobias Merrowdale", "tobias.merrowdale@northgate.example", Habit.REPLY, 0, 1),
        Subsystem.DRIVERS,
        maintainer("Odalys Brightwater", "odalys@quarry.example", Habit.LINK, -5, 0.6),
        // The tools have too few hands: their newcomers wait longest.
        Subsystem.TOOLS,
        maintainer("Peregrine Vossberg", "pvossberg@lantern.example", Habit.SAME_TITLE, 2, 3));
  }

  private static List<Member> theRegulars() {
    return List.of(
        regular("Søren Hvidkjær", "soren@quarry.example", Habit.CHANGE_ID, SubjectStyle.PLAIN, 1),
        regular("Maelle Castagnier", "mc@hearth.example", Habit.REPLY, SubjectStyle.PLAIN, 1),
        regular("Radomir Oblak", "radomir.oblak@tinder.example", Habit.LINK, SubjectStyle.UPPER, 2),
        new Member(
            new Person("Winifred Ashdown", "wini@strictmail.example"),
            Role.REGULAR,
            Habit.SAME_TITLE,
            SubjectStyle.PLAIN,
            ZoneOffset.ofHours(-8),
            1,
            true),
        regular("Kenji Moriwaka", "k-moriwaka@sakura.example", Habit.REPLY, SubjectStyle.GLUED, 9),
        regular("Thandeka Nxele", "thandeka@veld.example", Habit.CHANGE_ID, SubjectStyle.PLAIN, 2),
        regular(
            "Ulrike Steinbrück", "usteinb@northgate.example", Habit.LINK, SubjectStyle.PROJECT, 1),
        regular(
            "Barnaby Quill", "bquill@lantern.example", Habit.SAME_TITLE, SubjectStyle.COMMA, 0));
  }

  private static Member maintainer(String name, String email, Habit habit, int zone, double pace) {
    return new Member(
        new Person(name, email),
        Role.MAINTAINER,
        habit,
        SubjectStyle.PLAIN,
        ZoneOffset.ofHours(zone),
        pace,
        false);
  }

  private static Member regular(
      String name, String email, Habit habit, SubjectStyle style, int zone) {
    return new Member(
        new Person(name, email), Role.REGULAR, habit, style, ZoneOffset.ofHours(zone), 1, false);
  }

  private static Member newcomer(Dice dice) {
    String first = dice.pick(FIRST_NAMES);
    String last = dice.pick(SURNAMES);
    String login =
        (first + "." + last)
            .toLowerCase(Locale.ROOT)
            .replace('é', 'e')
            .replace('ø', 'o')
            .replace("-", "");
    // A number, because a large archive has more newcomers than there are pairs of names.
    String email = login + dice.between(10, 9999) + "@post.example";
    return new Member(
        new Person(first + " " + last, email),
        Role.NEWCOMER,
        dice.pick(List.of(Habit.SAME_TITLE, Habit.SAME_TITLE, Habit.REPLY, Habit.LINK)),
        dice.pick(
            List.of(
                SubjectStyle.PLAIN, SubjectStyle.PLAIN, SubjectStyle.TRAILING, SubjectStyle.OF)),
        ZoneOffset.ofHours(dice.between(-8, 9)),
        1.5,
        false);
  }

  private static Member theBot() {
    return new Member(
        new Person("Thornbill CI", "no-reply@ci.example.org"),
        Role.BOT,
        Habit.SAME_TITLE,
        SubjectStyle.PLAIN,
        ZoneOffset.UTC,
        0,
        false);
  }
}
