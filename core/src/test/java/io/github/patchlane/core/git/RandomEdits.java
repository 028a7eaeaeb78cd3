package io.github.patchlane.core.git;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Small trees changed at random, of few different lines, so that places are easily confused. */
final class RandomEdits {
  private static final String[] NAMES = {
    "a", "b", "d/a", "d/b c", "d/e/a", "e", "f.bin", "g/h/i", "lib/x", "lib/y"
  };

  private final Random random;
  private final GitWorkTree tree;
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  RandomEdits(long seed, GitWorkTree tree) {
    this.random = new Random(seed);
    this.tree = tree;
  }

  /** What the files are, to go back to. */
  SortedMap<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  void start(SortedMap<String, byte[]> from) {
    files.clear();
    files.putAll(from);
  }

  void fill() {
    while (files.size() < 6) {
      put(free(), text(random.nextInt(60)));
    }
  }

  /** One to three changes of any kind. */
  void change() {
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes; i++) {
      one();
    }
  }

  private void one() {
    int kind = random.nextInt(20);
    if (files.isEmpty() || kind == 0) {
      put(free(), text(random.nextInt(40)));
    } else if (kind == 1) {
      drop(some());
    } else if (kind == 2 || kind == 3) {
      String from = some();
      String to = free();
      byte[] content = content(from);
      drop(from);
      put(to, kind == 2 ? content : edited(content));
    } else if (kind == 4) {
      tree.executable(some(), random.nextBoolean());
    } else if (kind == 5) {
      put(some(), noise());
    } else if (kind == 6) {
      put(some(), new byte[0]);
    } else if (kind == 7) {
      put(free(), content(some()));
    } else {
      String path = some();
      put(path, edited(content(path)));
    }
  }

  private byte[] content(String path) {
    return files.getOrDefault(path, new byte[0]);
  }

  private void put(String path, byte[] content) {
    files.put(path, content);
    tree.write(path, content);
  }

  private void drop(String path) {
    files.remove(path);
    tree.remove(path);
  }

  private String some() {
    List<String> names = new ArrayList<>(files.keySet());
    return names.get(random.nextInt(names.size()));
  }

  private String free() {
    for (int i = 0; i < 20; i++) {
      String name = NAMES[random.nextInt(NAMES.length)];
      if (!files.containsKey(name)) {
        return name;
      }
    }
    return "n" + random.nextInt(1000);
  }

  private byte[] noise() {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] text(int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append(line());
    }
    if (random.nextInt(6) == 0) {
      text.append("no end");
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private String line() {
    return switch (random.nextInt(9)) {
      case 0 -> "\n";
      case 1 -> "}\n";
      case 2 -> "\treturn;\r\n";
      case 3 -> "-- " + random.nextInt(3) + "\n";
      case 4 -> "++ b/a\n";
      case 5 -> " \n";
      default -> "line " + random.nextInt(12) + "\n";
    };
  }

  /** Some lines taken out, put in or changed. */
  private byte[] edited(byte[] content) {
    List<String> lines = new ArrayList<>();
    String text = new String(content, StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < text.length()) {
      int eol = text.indexOf('\n', at);
      int next = eol < 0 ? text.length() : eol + 1;
      lines.add(text.substring(at, next));
      at = next;
    }
    int edits = 1 + random.nextInt(3);
    for (int i = 0; i < edits; i++) {
      int place = random.nextInt(lines.size() + 1);
      int kind = random.nextInt(3);
      if (kind == 0 || place == lines.size()) {
        lines.add(place, line());
      } else if (kind == 1) {
        lines.remove(place);
      } else {
        lines.set(place, line());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    lines.forEach(line -> out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1)));
    return out.toByteArray();
  }
}
