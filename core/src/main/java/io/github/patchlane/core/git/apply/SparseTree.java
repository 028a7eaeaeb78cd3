package io.github.patchlane.core.git.apply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A tree of which only those directories are read that somebody asks for, and only those rewritten
 * in which something changed. A change makes another tree; this one stays.
 */
final class SparseTree implements Files {
  private static final int ID_BYTES = Constants.OBJECT_ID_LENGTH;

  private final Objects objects;
  private final ObjectId id;
  private final Map<ObjectId, SortedMap<String, Entry>> read;

  private SparseTree(Objects objects, ObjectId id, Map<ObjectId, SortedMap<String, Entry>> read) {
    this.objects = objects;
    this.id = id;
    this.read = read;
  }

  static SparseTree of(Objects objects, ObjectId id) {
    return new SparseTree(objects, id, new HashMap<>());
  }

  ObjectId id() {
    return id;
  }

  @Override
  public Optional<Entry> at(String path) throws IOException {
    return find(path).filter(e -> e.mode() != Entry.DIRECTORY);
  }

  private Optional<Entry> find(String path) throws IOException {
    ObjectId directory = id;
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      Entry entry = entries(directory).get(path.substring(start, slash));
      if (entry == null || entry.mode() != Entry.DIRECTORY) {
        return Optional.empty();
      }
      directory = entry.id();
      start = slash + 1;
    }
    return Optional.ofNullable(entries(directory).get(path.substring(start)));
  }

  @Override
  public boolean hasBelow(String path, Set<String> besides) throws IOException {
    Optional<Entry> directory = find(path).filter(e -> e.mode() == Entry.DIRECTORY);
    return directory.isPresent() && hasBelow(directory.get().id(), path + "/", besides);
  }

  private boolean hasBelow(ObjectId directory, String prefix, Set<String> besides)
      throws IOException {
    for (Map.Entry<String, Entry> entry : entries(directory).entrySet()) {
      String path = prefix + entry.getKey();
      if (entry.getValue().mode() == Entry.DIRECTORY
          ? hasBelow(entry.getValue().id(), path + "/", besides)
          : !besides.contains(path)) {
        return true;
      }
    }
    return false;
  }

  /** Every file, by path; reads all of the tree. */
  SortedMap<String, Entry> all() throws IOException {
    TreeMap<String, Entry> files = new TreeMap<>();
    collect(id, "", files);
    return files;
  }

  private void collect(ObjectId directory, String prefix, SortedMap<String, Entry> files)
      throws IOException {
    for (Map.Entry<String, Entry> entry : entries(directory).entrySet()) {
      String path = prefix + entry.getKey();
      if (entry.getValue().mode() == Entry.DIRECTORY) {
        collect(entry.getValue().id(), path + "/", files);
      } else {
        files.put(path, entry.getValue());
      }
    }
  }

  /** The tree after a change, its directories kept among the objects. */
  SparseTree with(Changes changes) throws IOException {
    Node root = new Node(id);
    for (String path : changes.removed()) {
      root.put(path, Optional.empty());
    }
    for (Map.Entry<String, Entry> file : changes.written().entrySet()) {
      root.put(file.getKey(), Optional.of(file.getValue()));
    }
    return new SparseTree(objects, root.write(), read);
  }

  /** A directory being changed; those below it that are changed too are nodes as well. */
  private final class Node {
    private final TreeMap<String, Entry> entries;
    private final Map<String, Node> below = new HashMap<>();

    Node(ObjectId directory) throws IOException {
      entries = new TreeMap<>(entries(directory));
    }

    Node() {
      entries = new TreeMap<>();
    }

    /** Nothing takes what is there away. */
    void put(String path, Optional<Entry> file) throws IOException {
      int slash = path.indexOf('/');
      if (slash < 0) {
        below.remove(path);
        if (file.isPresent()) {
          entries.put(path, file.get());
        } else {
          entries.remove(path);
        }
        return;
      }
      String name = path.substring(0, slash);
      Node node = below.get(name);
      if (node == null) {
        Entry entry = entries.get(name);
        if (entry != null && entry.mode() == Entry.DIRECTORY) {
          node = new Node(entry.id());
        } else if (file.isEmpty()) {
          return;
        } else {
          node = new Node();
        }
        below.put(name, node);
      }
      node.put(path.substring(slash + 1), file);
    }

    ObjectId write() throws IOException {
      writeBelow();
      return writeOwn();
    }

    private void writeBelow() throws IOException {
      for (Map.Entry<String, Node> directory : below.entrySet()) {
        Node node = directory.getValue();
        node.writeBelow();
        if (node.entries.isEmpty()) {
          entries.remove(directory.getKey());
        } else {
          entries.put(directory.getKey(), new Entry(Entry.DIRECTORY, node.writeOwn()));
        }
      }
    }

    private ObjectId writeOwn() {
      ObjectId written = objects.add(Constants.OBJ_TREE, format(entries));
      read.put(written, entries);
      return written;
    }
  }

  private SortedMap<String, Entry> entries(ObjectId directory) throws IOException {
    SortedMap<String, Entry> known = read.get(directory);
    if (known == null) {
      byte[] content =
          objects
              .read(directory, Constants.OBJ_TREE)
              .orElseThrow(() -> new MissingObjectException(directory, Constants.OBJ_TREE));
      known = parse(content);
      read.put(directory, known);
    }
    return known;
  }

  private static SortedMap<String, Entry> parse(byte[] content) throws IOException {
    TreeMap<String, Entry> entries = new TreeMap<>();
    int at = 0;
    while (at < content.length) {
      int mode = 0;
      while (at < content.length && content[at] != ' ') {
        mode = mode * 8 + content[at++] - '0';
      }
      int name = ++at;
      while (at < content.length && content[at] != 0) {
        at++;
      }
      if (at + ID_BYTES >= content.length) {
        throw new IOException("a tree is cut short");
      }
      String raw = new String(content, name, at - name, StandardCharsets.ISO_8859_1);
      entries.put(raw, new Entry(mode, ObjectId.fromRaw(content, at + 1)));
      at += 1 + ID_BYTES;
    }
    return entries;
  }

  /** In git's order, in which a directory's name ends with a slash. */
  private static byte[] format(SortedMap<String, Entry> entries) {
    TreeMap<String, Map.Entry<String, Entry>> ordered = new TreeMap<>();
    for (Map.Entry<String, Entry> entry : entries.entrySet()) {
      boolean directory = entry.getValue().mode() == Entry.DIRECTORY;
      ordered.put(directory ? entry.getKey() + "/" : entry.getKey(), entry);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] idBytes = new byte[ID_BYTES];
    for (Map.Entry<String, Entry> entry : ordered.values()) {
      String line = Integer.toOctalString(entry.getValue().mode()) + " " + entry.getKey() + "\0";
      out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
      entry.getValue().id().copyRawTo(idBytes, 0);
      out.writeBytes(idBytes);
    }
    return out.toByteArray();
  }
}
