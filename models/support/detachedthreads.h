// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>

// Work in threads that nobody waits for, because it may hang in the system: a file on a disk that
// does not answer.
namespace Sluice::DetachedThreads {

// Runs the work in a thread of its own. It must own all that it uses. For the main thread, which
// has an event loop.
void start(std::function<void()> work);

// Waits until all of them have ended, but no longer than this. Before the end of main(), as what a
// thread uses must not be destroyed under it. False when one hangs: then the program must end
// without destroying anything (std::_Exit).
bool wait(std::chrono::milliseconds patience);

} // namespace Sluice::DetachedThreads
