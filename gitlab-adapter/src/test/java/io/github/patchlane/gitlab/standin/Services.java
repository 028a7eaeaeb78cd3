package io.github.patchlane.gitlab.standin;

import java.util.Optional;

/** What the routes share. */
final class Services {
  final World world;
  final Access access;
  final Entities entities;
  final RequestEntities requests;
  final ReviewEntities reviews;
  final Conversation conversation;
  final Texts texts;
  final Lifecycle lifecycle;
  final Actions actions;

  Services(World world) {
    this.world = world;
    this.access = new Access(world);
    this.entities = new Entities(world);
    this.requests = new RequestEntities(entities);
    this.reviews = new ReviewEntities(entities);
    this.conversation = new Conversation(world);
    this.texts = new Texts(world, conversation);
    this.lifecycle = new Lifecycle(world, conversation, texts);
    this.actions = new Actions(lifecycle);
  }

  /** One read of a merge request brings its newest version one step nearer to being shown. */
  void prepare(MergeRequest request) {
    if (request.unpreparedReads > 0) {
      request.unpreparedReads--;
      if (request.unpreparedReads > 0) {
        return;
      }
    }
    settle(request);
  }

  /** Notes when the first version was ready. */
  void settle(MergeRequest request) {
    if (!request.preparing() && request.preparedAt.isEmpty()) {
      request.preparedAt = Optional.of(world.now());
    }
  }
}
