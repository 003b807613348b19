// SPDX-FileCopyrightText: 2026 The Alignoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Starts a program on an X server and watches from outside: when its window is mapped, when it is painted, and when its
// first thread has nothing left to do but to wait for input. Prints the three as milliseconds since the start, then
// ends the program.
#include <xcb/xcb.h>

#include <csignal>
#include <spawn.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <optional>
#include <poll.h>
#include <set>
#include <string>

extern char** environ;

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds(60);

template <class Reply>
using Held = std::unique_ptr<Reply, decltype(&std::free)>;

template <class Reply>
Held<Reply> held(Reply* reply)
{
    return {reply, &std::free};
}

class Display {
public:
    Display() : m_connection(xcb_connect(nullptr, nullptr))
    {
        if (xcb_connection_has_error(m_connection))
            return;
        m_root = xcb_setup_roots_iterator(xcb_get_setup(m_connection)).data->root;
        const std::uint32_t mask = XCB_EVENT_MASK_SUBSTRUCTURE_NOTIFY;
        xcb_change_window_attributes(m_connection, m_root, XCB_CW_EVENT_MASK, &mask);
        xcb_flush(m_connection);
    }
    ~Display() { xcb_disconnect(m_connection); }
    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;

    [[nodiscard]] bool works() const { return !xcb_connection_has_error(m_connection); }

    /// The next event; null when nothing came within so many milliseconds.
    [[nodiscard]] Held<xcb_generic_event_t> next(int milliseconds)
    {
        xcb_flush(m_connection);
        auto event = held(xcb_poll_for_event(m_connection));
        if (event)
            return event;
        pollfd ready{xcb_get_file_descriptor(m_connection), POLLIN, 0};
        ::poll(&ready, 1, milliseconds);
        return held(xcb_poll_for_event(m_connection));
    }

    [[nodiscard]] bool isMainWindow(xcb_window_t window)
    {
        const auto geometry =
            held(xcb_get_geometry_reply(m_connection, xcb_get_geometry(m_connection, window), nullptr));
        return geometry && geometry->width >= 400 && geometry->height >= 300;
    }

    /// Whether menus and toolbar are there: letters and icons have many colours, an empty window has one.
    [[nodiscard]] bool isPainted(xcb_window_t window)
    {
        const auto image = held(xcb_get_image_reply(
            m_connection,
            xcb_get_image(m_connection, XCB_IMAGE_FORMAT_Z_PIXMAP, window, 0, 0, 400, 60, ~std::uint32_t(0)), nullptr));
        if (!image)
            return false;
        std::set<std::uint32_t> colours;
        const std::uint8_t* bytes = xcb_get_image_data(image.get());
        for (int i = 0; i + 4 <= xcb_get_image_data_length(image.get()); i += 4) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, bytes + i, 4);
            colours.insert(pixel);
        }
        return colours.size() > 16;
    }

private:
    xcb_connection_t* m_connection;
    xcb_window_t m_root = 0;
};

struct Times {
    std::optional<double> mapped, painted, usable;
};

/// Whether the program's first thread sleeps, which is what an event loop does that has done everything.
bool waits(pid_t program)
{
    std::ifstream file("/proc/" + std::to_string(program) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto name = line.rfind(')'); // the state follows the name, which may hold anything
    return name != line.npos && line.size() > name + 2 && line[name + 2] == 'S';
}

Times watch(Display& display, pid_t program, Clock::time_point start)
{
    const auto now = [start] { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); };
    Times times;
    xcb_window_t window = 0;
    int waited = 0; // times in a row
    while (!times.usable && Clock::now() - start < patience) {
        const auto event = display.next(window ? 2 : 100);
        if (event && (event->response_type & 0x7f) == XCB_MAP_NOTIFY && !window) {
            const xcb_window_t mapped = reinterpret_cast<const xcb_map_notify_event_t*>(event.get())->window;
            if (display.isMainWindow(mapped)) {
                window = mapped;
                times.mapped = now();
            }
        }
        if (window && !times.painted && display.isPainted(window))
            times.painted = now();
        waited = times.painted && waits(program) ? waited + 1 : 0;
        if (waited == 3)
            times.usable = now();
    }
    return times;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "start_watch PROGRAM [ARGUMENT]…\n");
        return 2;
    }
    Display display;
    if (!display.works()) {
        std::fprintf(stderr, "there is no X server to show a window on; try xvfb-run\n");
        return 1;
    }
    const Clock::time_point start = Clock::now();
    pid_t child = 0;
    if (posix_spawnp(&child, argv[1], nullptr, nullptr, argv + 1, environ) != 0) {
        std::fprintf(stderr, "%s cannot be started\n", argv[1]);
        return 1;
    }
    const Times times = watch(display, child, start);
    ::kill(child, SIGTERM);
    ::waitpid(child, nullptr, 0);
    if (!times.usable) {
        std::fprintf(stderr, "no usable window appeared\n");
        return 1;
    }
    std::printf("{\"mapped\": %.1f, \"painted\": %.1f, \"usable\": %.1f}\n", *times.mapped, *times.painted,
                *times.usable);
    return 0;
}
