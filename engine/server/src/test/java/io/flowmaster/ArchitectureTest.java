package io.flowmaster;

import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.responses.ApiResponses;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AnalyzeClasses(packages = "io.flowmaster", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule engineQuarantine =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.flowmaster.engine..",
              "io.flowmaster.executions..",
              "io.flowmaster.tasks..",
              "io.flowmaster.processes..",
              "io.flowmaster.rules..",
              "io.flowmaster.worker..",
              "io.flowmaster.samples..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.camunda..")
          .because("the engine can be swapped only while few know it (architecture, decision 1)");

  @ArchTest
  static final ArchRule engineInternals =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.flowmaster.engine.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda.bpm.engine.impl..")
          .because("only the one engine configuration may use what the engine does not publish");

  @ArchTest
  static final ArchRule externalTaskClient =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.flowmaster.worker..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda.bpm.client..");

  @ArchTest
  static final ArchRule whatIsPrivateStaysPrivate =
      classes()
          .that()
          .resideInAnyPackage("io.flowmaster.*.web..")
          .should()
          .notBePublic()
          .because("an area shows records, events and one interface, nothing else");

  @ArchTest
  static final ArchRule controllersLiveInWeb =
      classes()
          .that()
          .areAnnotatedWith(RestController.class)
          .and()
          .resideOutsideOfPackage("io.flowmaster.platform..")
          .should()
          .resideInAPackage("io.flowmaster.*.web");

  @ArchTest
  static final ArchRule everyEndpointNamesWhoMayCallIt =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .should(
              new ArchCondition<JavaMethod>(
                  "be annotated with @RolesAllowed or @PermitAll, or their class be") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  boolean said = saysWho(method) || saysWho(method.getOwner());
                  events.add(
                      new SimpleConditionEvent(
                          method, said, method.getFullName() + " does not say who may call it"));
                }
              });

  @ArchTest
  static final ArchRule whatIsMadeIsDescribedSo =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .should(
              new ArchCondition<JavaMethod>(
                  "describe the status that they answer, unless it is 200") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                  boolean answersAnother =
                      method.getMethodCallsFromSelf().stream()
                          .map(call -> call.getTarget().getName())
                          .anyMatch(Set.of("created", "accepted")::contains);
                  events.add(
                      new SimpleConditionEvent(
                          method,
                          !answersAnother || saysItsStatus(method),
                          method.getFullName() + " is described as answering 200"));
                }
              });

  private static boolean saysItsStatus(JavaMethod method) {
    return method.isAnnotatedWith(ResponseStatus.class)
        || method.isAnnotatedWith(ApiResponses.class)
        || method.isAnnotatedWith(ApiResponse.class)
        || method
            .tryGetAnnotationOfType(Operation.class)
            .filter(operation -> operation.responses().length > 0)
            .isPresent();
  }

  @ArchTest
  static final ArchRule noFieldInjection =
      fields()
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.not(
                  beAnnotatedWith(Autowired.class)))
          .andShould(
              com.tngtech.archunit.lang.conditions.ArchConditions.not(
                  beAnnotatedWith(Value.class)));

  @ArchTest
  static final ArchRule implementationsAreNamedByHow =
      noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)$");

  @ArchTest
  static final ArchRule timeComesFromAClock =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.flowmaster.engine.internal..", "io.flowmaster.worker..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("tests must be able to set the time (architecture, decision 9)");

  @ArchTest
  static final ArchRule nobodyPrints =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule eventsAreRecords =
      classes()
          .that(
              new DescribedPredicate<JavaClass>("implement DomainEvent") {
                @Override
                public boolean test(JavaClass type) {
                  return !type.isInterface()
                      && type.isAssignableTo("io.flowmaster.platform.DomainEvent");
                }
              })
          .should()
          .beRecords()
          .allowEmptyShould(true);

  /** The description of the API knows types by their simple names alone. */
  @ArchTest
  static void whatRequestsHoldIsNamedApart(JavaClasses all) {
    Map<String, List<String>> byName =
        all.stream()
            .filter(type -> type.isRecord() && type.getPackageName().endsWith(".web"))
            .collect(
                Collectors.groupingBy(
                    ArchitectureTest::schemaName,
                    Collectors.mapping(JavaClass::getName, Collectors.toList())));
    assertThat(byName.values()).filteredOn(types -> types.size() > 1).isEmpty();
  }

  private static String schemaName(JavaClass type) {
    return type.tryGetAnnotationOfType(Schema.class)
        .map(Schema::name)
        .filter(name -> !name.isEmpty())
        .orElse(type.getSimpleName());
  }

  private static boolean saysWho(CanBeAnnotated element) {
    return element.isAnnotatedWith(RolesAllowed.class)
        || element.isMetaAnnotatedWith(RolesAllowed.class)
        || element.isAnnotatedWith(PermitAll.class);
  }
}
