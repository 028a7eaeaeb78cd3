package io.github.patchlane.core.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The walls of the house that hold for every library module alike; each rule is checked by the
 * module's own test. Needs ArchUnit beside the test-jar.
 */
public final class Walls {
  private static final Set<Class<?>> CLOCKS =
      Set.of(
          Instant.class,
          Clock.class,
          java.time.LocalDate.class,
          java.time.ZonedDateTime.class,
          java.time.OffsetDateTime.class,
          java.time.LocalDateTime.class);

  private Walls() {}

  /** The main classes under a package, and not the tests beside them. */
  public static JavaClasses of(String root) {
    return new ClassFileImporter()
        .withImportOption(new ImportOption.DoNotIncludeTests())
        .withImportOption(location -> !location.contains("/testkit/"))
        .importPackages(root);
  }

  /** Everything that must hold in a library. */
  public static List<ArchRule> library() {
    return List.of(noSystemClock(), noPrinting(), noJavaLogging(), nullMarked());
  }

  /** Time is a parameter. */
  private static ArchRule noSystemClock() {
    return noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "read the system's clock", (JavaCall<?> call) -> readsClock(call)))
        .orShould()
        .callConstructor(Date.class)
        .because("the same input gives the same output");
  }

  private static boolean readsClock(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    String name = call.getName();
    if (owner.isEquivalentTo(System.class)) {
      return name.equals("currentTimeMillis") || name.equals("nanoTime");
    }
    return CLOCKS.stream().anyMatch(owner::isEquivalentTo)
        && (name.equals("now") || name.startsWith("system"));
  }

  private static ArchRule noPrinting() {
    return noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("what a library has to say is a result");
  }

  private static ArchRule noJavaLogging() {
    return noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");
  }

  private static ArchRule nullMarked() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("lie in a package marked @NullMarked") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                  events.add(
                      SimpleConditionEvent.violated(
                          type, type.getPackageName() + " has no @NullMarked package-info"));
                }
              }
            });
  }

  /** What others can call or read names no type of these packages. */
  public static ArchRule hidden(String... packages) {
    return members()
        .that(
            DescribedPredicate.describe(
                "others can see",
                (JavaMember member) ->
                    isOpen(member.getModifiers())
                        && isOpen(member.getOwner().getModifiers())
                        && !member.getModifiers().contains(JavaModifier.SYNTHETIC)))
        .should(
            new ArchCondition<JavaMember>("name no type of " + List.of(packages)) {
              @Override
              public void check(JavaMember member, ConditionEvents events) {
                signature(member)
                    .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                    .filter(
                        type ->
                            Stream.of(packages).anyMatch(p -> type.getPackageName().startsWith(p)))
                    .forEach(
                        type ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    member, member.getFullName() + " names " + type.getName())));
              }
            });
  }

  private static boolean isOpen(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaType> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit method = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(method.getReturnType()),
            method.getParameterTypes().stream(),
            method.getExceptionTypes().stream())
        .flatMap(types -> types);
  }
}
