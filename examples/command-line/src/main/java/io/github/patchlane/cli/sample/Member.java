package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.Person;
import java.time.ZoneOffset;

/**
 * Someone on the list and the ways they have.
 *
 * @param pace how long they take, as a factor on everybody's waiting times
 * @param munged whether the list rewrites their From to "A via list", as it must for senders whose
 *     domain forbids relaying
 */
record Member(
    Person person,
    Role role,
    Habit habit,
    SubjectStyle style,
    ZoneOffset zone,
    double pace,
    boolean munged) {

  enum Role {
    MAINTAINER,
    REGULAR,
    NEWCOMER,
    BOT
  }

  boolean newcomer() {
    return role == Role.NEWCOMER;
  }

  /** As the list passes their From on. */
  Person sender() {
    return munged ? new Person(person.name() + " via Thornbill-devel", Cast.LIST.email()) : person;
  }

  /** The part of the address before the @. */
  String login() {
    return person.email().substring(0, person.email().indexOf('@'));
  }

  String host() {
    return person.email().substring(person.email().indexOf('@') + 1);
  }

  String firstName() {
    int space = person.name().indexOf(' ');
    return space < 0 ? person.name() : person.name().substring(0, space);
  }
}
