package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.Archives;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.MessageParser;
import io.github.patchlane.mailinglist.series.PatchMailReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * A mailing list, read from its archives: the door to this module. Open it, {@link #read()} it, ask
 * it for the {@link #content} of patches, close it.
 *
 * <p>Several archives are read as one list: a mail that lies in two of them, because it was posted
 * to two lists or because one archive goes on where the other ends, is one mail. Memory grows with
 * the number of mails, by a few hundred bytes each, and not with their size.
 *
 * <p>Mails of several parts are read faster in a process that names Jakarta Mail's streams in the
 * system property {@code jakarta.mail.util.StreamProvider}, as Patchlane's command does: the
 * library searches the class path for them once for each part otherwise.
 *
 * <p>Not thread-safe.
 */
public final class MailingList implements ContributionSource {
  private final List<Archive> archives;
  private final ReadOptions options;
  private Map<MessageId, Place> places = Map.of();
  private MailTexts texts = MailTexts.NONE;

  private record Place(Archive archive, Position position) {}

  private MailingList(List<Archive> archives, ReadOptions options) {
    this.archives = archives;
    this.options = options;
  }

  /**
   * Opens one archive: a public-inbox repository, a maildir, an mbox, a folder of mboxes; {@code
   * inbox:}, {@code maildir:} and {@code mbox:} before the path force the kind.
   *
   * @throws UnreadableSourceException when it is not there or is none
   */
  public static MailingList open(String archive) {
    return open(List.of(archive), ReadOptions.DEFAULT);
  }

  /**
   * Opens several archives as one list.
   *
   * @throws UnreadableSourceException naming the first that is not there or is none
   */
  public static MailingList open(List<String> archives, ReadOptions options) {
    List<Archive> opened = new ArrayList<>();
    try {
      for (String archive : archives) {
        opened.add(Archives.open(archive));
      }
      return new MailingList(List.copyOf(opened), options);
    } catch (UnreadableSourceException e) {
      opened.forEach(Archive::close);
      throw e;
    }
  }

  @Override
  public String name() {
    return String.join(", ", archives.stream().map(Archive::name).toList());
  }

  @Override
  public Lane lane() {
    return Lane.MAILING_LIST;
  }

  @Override
  public Harvest read() {
    return read(mails -> {});
  }

  /**
   * The same for somebody who watches.
   *
   * @param progress is told now and then, on the calling thread, how many mails were read so far,
   *     broken ones included; what comes after the last mail takes a while longer
   */
  public Harvest read(IntConsumer progress) {
    MailStore store = new MailStore(options);
    Map<MessageId, Place> found = new HashMap<>();
    for (Archive archive : archives) {
      new ArchiveReading(archive, store, progress).run();
    }
    Map<String, Archive> byName = new HashMap<>();
    archives.forEach(archive -> byName.putIfAbsent(archive.name(), archive));
    for (Mail mail : store.mails().values()) {
      Archive archive = byName.get(mail.position().archive());
      if (archive != null) {
        found.put(mail.id(), new Place(archive, mail.position()));
      }
    }
    places = found;
    if (store.mails().isEmpty()) {
      throw new UnreadableSourceException(
          name()
              + ": no mail could be read from it"
              + store.problems().stream()
                  .findFirst()
                  .map(first -> " (" + first.position().place() + ": " + first.reason() + ")")
                  .orElse("")
              + "; name an archive with mail in it");
    }
    ListAssembly.Reading reading = new ListAssembly(store, options).read();
    texts = reading.texts();
    return reading.harvest();
  }

  /** Fetches a patch that the last {@link #read()} came upon; reads first where none was. */
  @Override
  public Optional<PatchContent> content(SourceId patch) {
    return message(patch).flatMap(PatchMailReader::content);
  }

  /** Fetches the words of any mail that the last {@link #read()} came upon. */
  @Override
  public Optional<MessageText> text(SourceId message) {
    return message(message).flatMap(mail -> texts.text(mail, this::content));
  }

  @Override
  public List<PatchId> prerequisites(SourceId posting) {
    return message(posting).map(PatchMailReader::prerequisites).orElse(List.of());
  }

  private Optional<Message> message(SourceId mail) {
    if (places.isEmpty()) {
      read();
    }
    Place place = mail instanceof MessageId id ? places.get(id) : null;
    if (place == null) {
      return Optional.empty();
    }
    return place
        .archive()
        .read(place.position())
        .flatMap(raw -> MessageParser.parse(raw, place.position()).message());
  }

  /**
   * Fetches many patches by name in one pass, and reads no other mail: the quick way for who needs
   * patches and no contributions.
   *
   * @return those that the archives hold, with their content
   */
  public Map<MessageId, PatchContent> contents(Set<MessageId> wanted) {
    PatchFetch fetch = new PatchFetch(wanted, new Identities(options.mailmap()));
    archives.forEach(fetch::read);
    return fetch.contents();
  }

  @Override
  public void close() {
    archives.forEach(Archive::close);
  }
}
