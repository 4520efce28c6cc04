export { httpApplication, type FrameworkErrors } from './http-application.js';
export { RestApiModule } from './rest-api.module.js';
export { ProblemFilter } from './problem.filter.js';
export { sendFrameworkError } from './send-problem.js';
