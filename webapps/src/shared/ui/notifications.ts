export { ActionableNotification, InlineNotification, ToastNotification } from '@carbon/react';
