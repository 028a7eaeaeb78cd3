package io.github.patchlane.core.git.apply;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;

/**
 * What a tree's {@code .gitattributes} say of merging. The nearest file decides, in it the last
 * rule. Attributes that are no part of the tree, in somebody's configuration, are not looked at: a
 * series applies to one tree in one way.
 */
final class MergeAttributes {
  private static final String FILE = ".gitattributes";
  private static final String MACRO = "[attr]";
  private static final String MERGE = "merge";

  private final SparseTree tree;
  private final Objects objects;
  private final Map<String, List<AttributesRule>> read = new HashMap<>();

  MergeAttributes(SparseTree tree, Objects objects) {
    this.tree = tree;
    this.objects = objects;
  }

  /**
   * The driver for a file.
   *
   * @param path one char for each byte
   */
  MergeDriver driver(String path) throws IOException {
    Set<String> settled = new HashSet<>();
    for (int end = path.length(); end >= 0; ) {
      int slash = end == 0 ? -1 : path.lastIndexOf('/', end - 1);
      String directory = path.substring(0, slash + 1);
      Optional<MergeDriver> driver = driver(rules(directory), path.substring(slash + 1), settled);
      if (driver.isPresent()) {
        return driver.get();
      }
      end = slash;
    }
    return MergeDriver.TEXT;
  }

  private Optional<MergeDriver> driver(List<AttributesRule> rules, String path, Set<String> settled)
      throws IOException {
    String target = new String(path.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    for (int i = rules.size() - 1; i >= 0; i--) {
      AttributesRule rule = rules.get(i);
      if (!rule.getPattern().startsWith(MACRO) && rule.isMatch(target, false)) {
        Optional<MergeDriver> driver = driver(rule.getAttributes(), settled);
        if (driver.isPresent()) {
          return driver;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What the last of them says that says something of merging.
   *
   * @param settled attributes that a later rule or a nearer file has spoken of, for each counts
   *     once
   */
  private Optional<MergeDriver> driver(List<Attribute> attributes, Set<String> settled)
      throws IOException {
    for (int i = attributes.size() - 1; i >= 0; i--) {
      Attribute attribute = attributes.get(i);
      boolean first = settled.add(attribute.getKey());
      if (first && attribute.getKey().equals(MERGE)) {
        return Optional.of(driver(attribute));
      }
      if (first && attribute.getState() == Attribute.State.SET) {
        Optional<MergeDriver> driver = driver(macro(attribute.getKey()), settled);
        if (driver.isPresent()) {
          return driver;
        }
      }
    }
    return Optional.empty();
  }

  private static MergeDriver driver(Attribute merge) {
    return switch (merge.getState()) {
      case SET, UNSPECIFIED -> MergeDriver.TEXT;
      case UNSET -> MergeDriver.BINARY;
      case CUSTOM -> MergeDriver.named(merge.getValue());
    };
  }

  /** What an attribute stands for: the one that git has, or one that the top directory defines. */
  private List<Attribute> macro(String name) throws IOException {
    List<AttributesRule> top = rules("");
    for (int i = top.size() - 1; i >= 0; i--) {
      if (top.get(i).getPattern().equals(MACRO + name)) {
        return top.get(i).getAttributes();
      }
    }
    return name.equals("binary") ? List.of(new Attribute(MERGE, Attribute.State.UNSET)) : List.of();
  }

  private List<AttributesRule> rules(String directory) throws IOException {
    List<AttributesRule> known = read.get(directory);
    if (known == null) {
      known = readRules(directory + FILE);
      read.put(directory, known);
    }
    return known;
  }

  private List<AttributesRule> readRules(String path) throws IOException {
    Optional<Entry> file = tree.at(path).filter(entry -> Entry.isFile(entry.mode()));
    Optional<byte[]> text = file.isPresent() ? objects.blob(file.get().id()) : Optional.empty();
    AttributesNode node = new AttributesNode();
    if (text.isPresent()) {
      node.parse(new ByteArrayInputStream(text.get()));
    }
    return new ArrayList<>(node.getRules());
  }
}
