//! The rules of casework, each as a test.
