// Counts from the first function that a test loads.
import '../properties/steps.js';
