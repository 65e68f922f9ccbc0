import fc from 'fast-check';
import { runs, seed } from '../properties/runs.js';

// Unit tests run at every change; a test that needs more generated texts than these names how many, or is a property test.
fc.configureGlobal({ numRuns: runs(25), seed });
