package io.flowmaster.worker.internal;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what a method is called with keeps its constraints. */
interface InputCheck {
  /** Where there is no Bean Validation. */
  InputCheck NONE = (bean, method, arguments) -> {};

  /**
   * Checks a call before it is made.
   *
   * @throws UnfitInput when a constraint is broken; the message names each
   */
  void check(Object bean, Method method, Object[] arguments);

  /** By Bean Validation: constraints of the parameters, and of what is in them. */
  final class ByBeanValidation implements InputCheck {
    private final Validator validator;

    ByBeanValidation(Validator validator) {
      this.validator = validator;
    }

    @Override
    public void check(Object bean, Method method, Object[] arguments) {
      Set<String> broken = new LinkedHashSet<>();
      validator
          .forExecutables()
          .validateParameters(bean, method, arguments)
          .forEach(violation -> broken.add(text(method, violation)));
      for (Object argument : arguments) {
        if (argument != null && !argument.getClass().getName().startsWith("java.")) {
          validator.validate(argument).forEach(violation -> broken.add(text(violation)));
        }
      }
      if (!broken.isEmpty()) {
        throw new UnfitInput(
            "The variables do not fit: "
                + broken.stream().sorted().collect(Collectors.joining("; ")),
            null);
      }
    }

    private static String text(Method method, ConstraintViolation<?> violation) {
      String path = violation.getPropertyPath().toString();
      String call = method.getName() + ".";
      return (path.startsWith(call) ? path.substring(call.length()) : path)
          + " "
          + violation.getMessage();
    }

    private static String text(ConstraintViolation<?> violation) {
      return violation.getPropertyPath() + " " + violation.getMessage();
    }
  }
}
